-- An employee of one municipality, who uploads lists for it (medarbejder).
ALTER TABLE ops.account DROP CONSTRAINT account_role_check;
ALTER TABLE ops.account DROP CONSTRAINT account_check;
ALTER TABLE ops.account
    ADD CONSTRAINT account_role_check CHECK (role IN ('OPERATOR', 'READER', 'EMPLOYEE')),
    ADD CONSTRAINT account_check CHECK ((role <> 'OPERATOR') = (municipality_code IS NOT NULL));

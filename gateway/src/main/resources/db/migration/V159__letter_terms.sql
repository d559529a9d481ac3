-- Which municipalities send letters on paper, what a letter costs and what letters may cost in a month; edited with four eyes
-- (docs/tables.md). A municipality without a row sends none.
CREATE TABLE ops.letter_terms (
    municipality_code text    NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    price_ore         integer NOT NULL CHECK (price_ore > 0),
    month_ore         integer NOT NULL CHECK (month_ore >= price_ore),
    shipment_type     integer CHECK (shipment_type > 0),
    protected_too     boolean NOT NULL,
    valid_from        date    NOT NULL,
    valid_to          date    CHECK (valid_to > valid_from),
    PRIMARY KEY (municipality_code, valid_from)
);
ALTER TABLE ops.letter_terms ADD CONSTRAINT letter_terms_apart
    EXCLUDE USING gist (ops.text_range(municipality_code, municipality_code, '[]') WITH &&, daterange(valid_from, valid_to) WITH &&);
COMMENT ON COLUMN ops.letter_terms.shipment_type IS 'ForsendelseTypeIdentifikator as agreed with the print supplier; absent: the system''s own';
GRANT SELECT, INSERT, DELETE ON ops.letter_terms TO borgermaaling_gateway;

-- What letters have cost in a month. One conditional UPDATE spends, so that two nodes never pass the budget together; a row for
-- each letter keeps it from being paid for twice.
CREATE TABLE ops.letter_month (
    municipality_code text    NOT NULL,
    month             date    NOT NULL CHECK (extract(day FROM month) = 1),
    letters           integer NOT NULL DEFAULT 0 CHECK (letters >= 0),
    spent_ore         bigint  NOT NULL DEFAULT 0 CHECK (spent_ore >= 0),
    PRIMARY KEY (municipality_code, month)
);
COMMENT ON COLUMN ops.letter_month.month IS 'first day of the month, Danish civil date, business time';
CREATE TABLE ops.letter_charge (
    letter            uuid    PRIMARY KEY,
    municipality_code text    NOT NULL,
    month             date    NOT NULL,
    price_ore         integer NOT NULL,
    FOREIGN KEY (municipality_code, month) REFERENCES ops.letter_month
);
COMMENT ON COLUMN ops.letter_charge.letter IS 'its AfsendelseIdentifikator';
GRANT SELECT, INSERT, UPDATE ON ops.letter_month TO borgermaaling_gateway;
GRANT SELECT, INSERT, DELETE ON ops.letter_charge TO borgermaaling_gateway;

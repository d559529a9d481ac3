-- Whom a citizen may ask, one sentence of each municipality's own; without a row the setting gateway.notification.contact.
CREATE TABLE ops.message_contact (
    municipality_code text NOT NULL CHECK (municipality_code ~ '^0[0-9]{3}$'),
    contact           text NOT NULL,
    valid_from        date NOT NULL,
    valid_to          date CHECK (valid_to > valid_from),
    PRIMARY KEY (municipality_code, valid_from),
    CONSTRAINT message_contact_apart
        EXCLUDE USING gist (ops.text_range(municipality_code, municipality_code, '[]') WITH &&,
                            daterange(valid_from, valid_to) WITH &&)
);
GRANT SELECT, INSERT, DELETE ON ops.message_contact TO borgermaaling_gateway;

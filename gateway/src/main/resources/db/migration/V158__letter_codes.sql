-- A letter on paper carries a short code beside its QR code. The code is derived (HMAC, key outside the database) and stands
-- nowhere; what is kept is a keyed hash of it, written when the letter is made, so that a typed code finds its invitation.
CREATE TABLE contact.letter_code (
    municipality_code text  NOT NULL,
    invitation_id     uuid  NOT NULL,
    code_hash         bytea NOT NULL UNIQUE,
    PRIMARY KEY (municipality_code, invitation_id),
    FOREIGN KEY (municipality_code, invitation_id) REFERENCES contact.invitation (municipality_code, id) ON DELETE CASCADE
);
GRANT SELECT, INSERT, DELETE ON contact.letter_code TO borgermaaling_gateway;

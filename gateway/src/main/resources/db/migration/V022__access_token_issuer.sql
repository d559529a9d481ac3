-- An access token is worth as much as the token service whose SAML token was exchanged for it. Of those
-- issued until now it is not known: they live for an hour, and their holders exchange again.
delete from ops.access_token;

alter table ops.access_token
  add column issuer bytea not null check (octet_length(issuer) = 32);

comment on column ops.access_token.issuer is 'SHA-256 of the certificate by which the token service had signed the SAML token';

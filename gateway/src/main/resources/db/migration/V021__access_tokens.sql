-- Access tokens of OIO IDWS REST that have been issued; the token itself is not kept.
create table ops.access_token (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  certificate bytea not null check (octet_length(certificate) = 32),
  cvr char(8) not null,
  roles text[] not null,
  audience text not null,
  expires_at timestamptz not null
);

comment on column ops.access_token.token_hash is 'SHA-256 of the token';
comment on column ops.access_token.certificate is 'SHA-256 of the holder''s certificate';

create index access_token_expiry on ops.access_token (expires_at);

grant select, insert, delete on ops.access_token to borgermaaling_gateway;

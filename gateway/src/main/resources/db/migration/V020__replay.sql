-- A signed message counts once. Rows live for gateway.soap.replay-retention.
create table intake.replay (
  municipality_code char(4) not null,
  message_hash bytea not null check (octet_length(message_hash) = 32),
  signer bytea not null check (octet_length(signer) = 32),
  expires_at timestamptz not null,
  primary key (municipality_code, message_hash, signer)
);

comment on column intake.replay.message_hash is 'SHA-256 of wsa:MessageID';
comment on column intake.replay.signer is 'SHA-256 of the holder-of-key certificate';

create index replay_expiry on intake.replay (expires_at);

grant select, insert, delete on intake.replay to borgermaaling_gateway;

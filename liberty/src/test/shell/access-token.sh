#!/usr/bin/env bash
# A caller of OIO IDWS REST: a SAML token is exchanged for an access token, with which a case event is registered.
#   access-token.sh EVENT.json
# prints the answer's status and then its body.
. "$(dirname "$0")/common.sh"
event=$1

key_of caller
token_for caller

openssl base64 -A -in "$WORK/assertion.xml" -out "$WORK/assertion.b64"
as caller --fail --data-urlencode "saml-token@$WORK/assertion.b64" --output "$WORK/token.json" "$MTLS/rest/v1/token"
[ "$(member token_type "$WORK/token.json")" = Holder-of-key ] || fail "a token of another type"
printf 'Authorization: Holder-of-key %s\n' "$(member access_token "$WORK/token.json")" >"$WORK/authorization"

as caller --header "@$WORK/authorization" --header 'Content-Type: application/cloudevents+json' \
  --header "x-TransaktionsId: $(cat /proc/sys/kernel/random/uuid).1" \
  --header "x-TransaktionsTid: $(date -u +%Y-%m-%dT%H:%M:%SZ)" \
  --data-binary "@$event" --output "$WORK/answer.json" --write-out '%{http_code}\n' "$MTLS/rest/v1/case-events"
cat "$WORK/answer.json"

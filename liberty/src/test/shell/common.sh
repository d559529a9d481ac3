# What the callers written in shell share; read by the others, never run alone. The environment tells:
#   STS       the token service's address
#   GATEWAY   the gateway's address, without a client certificate
#   MTLS      its address with one
#   CERTS     folder of <party>.p12, <party>.password and <party>.pem, and of root.pem
#   WORK      an empty folder for keys, tokens and answers, readable for its owner alone
set -euo pipefail
umask 077

AUDIENCE=${AUDIENCE:-http://borgermaaling.dk/service/case-event/1}
CVR=29189641

fail() { echo "$*" >&2; exit 1; }

# A party's key as PEM, for curl and openssl.
key_of() {
  openssl pkcs12 -in "$CERTS/$1.p12" -passin "file:$CERTS/$1.password" -nocerts -nodes -out "$WORK/$1.key" 2>"$WORK/openssl.txt" ||
    fail "openssl cannot read the key of $1"
}

# curl as a party, over TLS that trusts the demonstration's root alone: as PARTY ARGUMENTS...
as() {
  local party=$1
  shift
  curl --silent --show-error --max-time 30 --cacert "$CERTS/root.pem" --cert "$CERTS/$party.pem" --key "$WORK/$party.key" "$@"
}

# The text of one member of a JSON object that has it once: member NAME FILE
member() {
  sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p' "$2"
}

# A SAML token for a party that holds its key, from the token service's JSON interface, into $WORK/assertion.xml.
token_for() {
  local trust=http://docs.oasis-open.org/ws-sx/ws-trust/200512
  local key
  key=$(openssl x509 -in "$CERTS/$1.pem" -outform DER | openssl base64 -A)
  cat >"$WORK/request.json" <<JSON
{"TokenType":"http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0",
 "RequestType":"$trust/Issue","KeyType":"$trust/PublicKey","UseKey":"$key",
 "AnvenderKontekst":{"Cvr":"$CVR"},"AppliesTo":{"EndpointReference":{"Address":"$AUDIENCE"}}}
JSON
  as "$1" --fail --header 'Content-Type: application/json' --data-binary "@$WORK/request.json" \
    --output "$WORK/issued.json" "$STS/runtime/api/rest/wstrust/v1/issue"
  member Assertion "$WORK/issued.json" | openssl base64 -d -A >"$WORK/assertion.xml"
  xmlsec1 --verify --enabled-reference-uris same-doc --pubkey-cert-pem "$CERTS/sts.pem" \
    --id-attr:ID urn:oasis:names:tc:SAML:2.0:assertion:Assertion \
    "$WORK/assertion.xml" >"$WORK/xmlsec.txt" 2>&1 || fail "the token service has not signed the token"
}

#!/usr/bin/env bash
# A caller that signs its requests (RFC 9421) and believes only answers that are signed and belong to its request.
#   http-signature.sh EVENT.json
# prints the answer's status and then its body.
. "$(dirname "$0")/common.sh"
event=$1
path=/rest/v1/case-events
type=application/cloudevents+json
transaction=$(cat /proc/sys/kernel/random/uuid).1

key_of signer

digest_of() { printf 'sha-256=:%s:' "$(openssl dgst -sha256 -binary "$1" | openssl base64 -A)"; }

# Base64url of the certificate's SHA-256, as x5t#S256.
key_id=$(openssl x509 -in "$CERTS/signer.pem" -outform DER | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')
now=$(date +%s)
covered='("@method" "@authority" "@path" "content-type" "content-digest" "x-transaktionsid" "x-rute-afsenderorganisation")'
parameters="$covered;created=$now;expires=$((now + 120));nonce=\"$(openssl rand -hex 16)\";keyid=\"$key_id\";alg=\"rsa-pss-sha512\";tag=\"borgermaaling\""

# The signature base has no line feed at its end.
printf '%s' "\"@method\": POST
\"@authority\": ${GATEWAY#https://}
\"@path\": $path
\"content-type\": $type
\"content-digest\": $(digest_of "$event")
\"x-transaktionsid\": $transaction
\"x-rute-afsenderorganisation\": $CVR
\"@signature-params\": $parameters" >"$WORK/base"
signature=:$(openssl dgst -sha512 -sign "$WORK/signer.key" -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:64 "$WORK/base" | openssl base64 -A):

curl --silent --show-error --max-time 30 --cacert "$CERTS/root.pem" \
  --header "Content-Type: $type" --header "Content-Digest: $(digest_of "$event")" \
  --header "x-TransaktionsId: $transaction" --header "x-Rute-AfsenderOrganisation: $CVR" \
  --header "x-TransaktionsTid: $(date -u +%Y-%m-%dT%H:%M:%SZ)" \
  --header "Signature-Input: shell=$parameters" --header "Signature: shell=$signature" \
  --data-binary "@$event" --dump-header "$WORK/head" --output "$WORK/answer.json" "$GATEWAY$path"

# The answer: its digest, then its signature over what it says that it covers, "req" meaning our request.
field() { tr -d '\r' <"$WORK/head" | sed -n "s/^$1: //Ip"; }
status=$(sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p' "$WORK/head")
[ "$status" != 401 ] || fail "the gateway does not trust the request"
[ "$(field Content-Digest)" = "$(digest_of "$WORK/answer.json")" ] || fail "the answer's digest is not its body's"
answered=$(field Signature-Input)
answered=${answered#borgermaaling=}
value_of() {
  case "$1" in
    '"@status"') echo "$status" ;;
    '"content-type"') field Content-Type ;;
    '"content-digest"') field Content-Digest ;;
    '"@method";req') echo POST ;;
    '"@path";req') echo "$path" ;;
    '"signature";req;key="shell"') echo "$signature" ;;
    *) fail "the answer covers what we do not know: $1" ;;
  esac
}
inside=${answered%%)*}
inside=${inside#(}
for needed in '"@status"' '"content-digest"' '"@method";req' '"@path";req' '"signature";req;key="shell"'; do
  case " $inside " in *" $needed "*) ;; *) fail "the answer does not cover $needed" ;; esac
done
for component in $inside; do
  value=$(value_of "$component")
  printf '%s: %s\n' "$component" "$value"
done >"$WORK/answer-base"
printf '"@signature-params": %s' "$answered" >>"$WORK/answer-base"
field Signature | sed 's/^borgermaaling=:\(.*\):$/\1/' | openssl base64 -d -A >"$WORK/answer-signature"
openssl x509 -in "$CERTS/gateway.pem" -pubkey -noout >"$WORK/gateway.pub"
openssl dgst -sha512 -verify "$WORK/gateway.pub" -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:64 \
  -signature "$WORK/answer-signature" "$WORK/answer-base" >"$WORK/verified.txt" || fail "the gateway has not signed the answer"
echo "$status"
cat "$WORK/answer.json"

#!/usr/bin/env bash
# A caller of OIO IDWS SOAP: xmlsec1 signs the message and verifies the answer.
#   oio-idws-soap.sh BODY.xml
# prints the answer's status and then its envelope.
. "$(dirname "$0")/common.sh"
body=$1
wss=http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-
wssu=${wss}wssecurity-utility-1.0.xsd
wsse=${wss}wssecurity-secext-1.0.xsd
wsa=http://www.w3.org/2005/08/addressing
soap=http://www.w3.org/2003/05/soap-envelope
saml=http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1
message=urn:uuid:$(cat /proc/sys/kernel/random/uuid)

key_of caller
token_for caller
assertion=$(sed 's/^<?xml[^>]*?>//' "$WORK/assertion.xml")
assertion_id=$(printf '%s' "$assertion" | sed -n 's/^<[^>]* ID="\([^"]*\)".*/\1/p')

reference() {
  printf '<ds:Reference URI="#%s"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference>' "$1"
}
signature() {
  printf '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>'
  for id in body ts action mid to reply "$assertion_id"; do reference "$id"; done
  printf '</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><wsse:SecurityTokenReference xmlns:wsse11="http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd" wsse11:TokenType="%s#SAMLV2.0"><wsse:KeyIdentifier ValueType="%s#SAMLID">%s</wsse:KeyIdentifier></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>' "$saml" "$saml" "$assertion_id"
}
{
  printf '<s:Envelope xmlns:s="%s" xmlns:wsa="%s" xmlns:wsu="%s"><s:Header>' "$soap" "$wsa" "$wssu"
  printf '<wsa:Action wsu:Id="action">http://borgermaaling.dk/contract/case-event/1/registerCaseEvents</wsa:Action>'
  printf '<wsa:MessageID wsu:Id="mid">%s</wsa:MessageID><wsa:To wsu:Id="to">%s/soap/case-events</wsa:To>' "$message" "$GATEWAY"
  printf '<wsa:ReplyTo wsu:Id="reply"><wsa:Address>%s/anonymous</wsa:Address></wsa:ReplyTo>' "$wsa"
  printf '<wsse:Security xmlns:wsse="%s" s:mustUnderstand="1"><wsu:Timestamp wsu:Id="ts"><wsu:Created>%s</wsu:Created><wsu:Expires>%s</wsu:Expires></wsu:Timestamp>%s' \
    "$wsse" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(date -u -d '+4 minutes' +%Y-%m-%dT%H:%M:%SZ)" "$assertion"
  signature
  printf '</wsse:Security></s:Header><s:Body wsu:Id="body">%s</s:Body></s:Envelope>' "$(cat "$body")"
} >"$WORK/template.xml"

ids=(--id-attr:ID urn:oasis:names:tc:SAML:2.0:assertion:Assertion)
for element in "$soap:Body" "$wssu:Timestamp" "$wsse:BinarySecurityToken" "$wsa:Action" "$wsa:MessageID" "$wsa:To" "$wsa:ReplyTo" "$wsa:RelatesTo"; do
  ids+=(--id-attr:Id "$element")
done
message_signature="/*[local-name()='Envelope']/*[local-name()='Header']/*[local-name()='Security']/*[local-name()='Signature']"

xmlsec1 --sign --enabled-reference-uris same-doc --privkey-pem "$WORK/caller.key" --node-xpath "$message_signature" "${ids[@]}" \
  --output "$WORK/message.xml" "$WORK/template.xml" 2>"$WORK/xmlsec.txt" || fail "xmlsec1 does not sign"
curl --silent --show-error --max-time 30 --cacert "$CERTS/root.pem" --header 'Content-Type: application/soap+xml; charset=utf-8' \
  --data-binary "@$WORK/message.xml" --output "$WORK/answer.xml" --write-out '%{http_code}\n' "$GATEWAY/soap/case-events"
xmlsec1 --verify --enabled-reference-uris same-doc --pubkey-cert-pem "$CERTS/gateway.pem" --node-xpath "$message_signature" "${ids[@]}" \
  "$WORK/answer.xml" >"$WORK/xmlsec.txt" 2>&1 || fail "the gateway has not signed the answer"
grep -q "$message" "$WORK/answer.xml" || fail "an answer to another message"
cat "$WORK/answer.xml"

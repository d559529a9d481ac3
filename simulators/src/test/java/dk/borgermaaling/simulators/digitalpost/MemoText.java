package dk.borgermaaling.simulators.digitalpost;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A valid call with one MeMo message, to be broken by text replacement. */
final class MemoText {
  private MemoText() {}

  static String kombi(String cvr, String recipient, String messageUuid, String messageId) {
    return """
        <kombi_request><KombiValgKode>Digital Post</KombiValgKode>
        <memo:Message xmlns:memo="https://DigitalPost.dk/MeMo-1" memoVersion="1.2">
        <memo:MessageHeader><memo:messageType>DIGITALPOST</memo:messageType>
        <memo:messageUUID>%s</memo:messageUUID><memo:messageID>%s</memo:messageID>
        <memo:label>Fortæl om dit møde med jobcentret</memo:label>
        <memo:mandatory>false</memo:mandatory><memo:legalNotification>false</memo:legalNotification>
        <memo:Sender><memo:senderID>%s</memo:senderID><memo:idType>CVR</memo:idType><memo:label>Silkeborg Kommune</memo:label></memo:Sender>
        <memo:Recipient><memo:recipientID>%s</memo:recipientID><memo:idType>CPR</memo:idType></memo:Recipient>
        </memo:MessageHeader>
        <memo:MessageBody><memo:createdDateTime>2026-11-23T08:00:00Z</memo:createdDateTime>
        <memo:MainDocument><memo:File><memo:encodingFormat>text/html</memo:encodingFormat><memo:filename>brev.html</memo:filename><memo:language>da</memo:language><memo:content>%s</memo:content></memo:File>
        <memo:Action><memo:label>Svar her</memo:label><memo:actionCode>SELVBETJENING</memo:actionCode><memo:EntryPoint><memo:url>https://localhost:9443/s/abc</memo:url></memo:EntryPoint></memo:Action>
        </memo:MainDocument></memo:MessageBody></memo:Message></kombi_request>
        """
        .formatted(
            messageUuid,
            messageId,
            cvr,
            recipient,
            Base64.getEncoder()
                .encodeToString("<p>Kære borger</p>".getBytes(StandardCharsets.UTF_8)));
  }
}

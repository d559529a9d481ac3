/**
 * KOMBIT's SF1601 as the gateway speaks it: MeMo 1.2, KombiPostAfsend, PostForespoerg, and the
 * receipts (PKO_PostStatus) inside Beskedfordeler's envelope (SF1461). No official schema of the
 * wrapper or of the receipt is public: names and order follow samples and other clients.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.gateway.notification.kombit;

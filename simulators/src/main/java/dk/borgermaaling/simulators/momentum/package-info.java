/**
 * KMD Momentum of the towns that run it, as far as its shape is public: tokens of Azure AD version
 * 1, {@code Authorization} and {@code apikey}, {@code citizensearch} with typed filters and paging,
 * single citizens, classifications and taxonomies. It shows the story up to the business time of
 * now and knows no events: whoever wants them compares.
 *
 * <p>Two shapes are ours, because none is public. {@code POST tasks/citizen} takes the same body as
 * {@code citizensearch} with the filters {@code type}, {@code state} and {@code updatedAt} (from,
 * inclusive; to, exclusive; a flag), and tells of a task, beside the fields of KMD's facade of
 * 2020, {@code heldAt} (when an interview was held, UTC), {@code interviewTypeIdentifier} (DFDG)
 * and {@code form} (PERSONLIGT, TELEFON, VIDEO, BREV). {@code GET classifications/{id}} tells
 * {@code targetGroups[]} with {@code targetGroupCode}, {@code startDate} and {@code endDate}.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.momentum;

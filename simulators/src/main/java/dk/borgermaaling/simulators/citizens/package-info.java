/**
 * Made-up citizens who read their mail and answer on the real page: what they find in the HTML they
 * fill in and send back, over plain HTTP. Who answers, and what, is a hash of seed and person, so
 * that it can be computed beforehand by anyone.
 */
@org.jspecify.annotations.NullMarked
package dk.borgermaaling.simulators.citizens;

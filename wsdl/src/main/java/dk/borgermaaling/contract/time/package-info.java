/**
 * Dates and times of the contracts as {@code java.time}: {@code xs:dateTime} in UTC, {@code
 * xs:date} as a Danish civil date. What XML allows and Java cannot read becomes the earliest value
 * there is, so that the receiver refuses that one event by name and takes the others.
 */
package dk.borgermaaling.contract.time;

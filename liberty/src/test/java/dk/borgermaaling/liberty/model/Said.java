package dk.borgermaaling.liberty.model;

/**
 * Something told in one of many histories.
 *
 * @param history its number in the world
 */
record Said(int history, Told told) {}

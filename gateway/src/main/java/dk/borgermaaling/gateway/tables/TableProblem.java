package dk.borgermaaling.gateway.tables;

/**
 * Why a change cannot be made.
 *
 * @param step which one of the changes, from 1; 0 for the set as a whole
 * @param text a Danish sentence for the person at the page
 */
public record TableProblem(int step, String text) {}

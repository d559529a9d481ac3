package dk.borgermaaling.gateway.enquiry;

import java.math.BigDecimal;

/**
 * A cell's numbers, rounded as the dashboard shows them.
 *
 * @param n people with a score, at least 5
 * @param mean 1.00 to 5.00, two decimals
 * @param index the mean on a scale of 0.0 to 100.0, one decimal
 */
public record Score(int n, BigDecimal mean, BigDecimal index) {}

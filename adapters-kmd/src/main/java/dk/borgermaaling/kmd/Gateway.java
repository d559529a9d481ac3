package dk.borgermaaling.kmd;

import dk.borgermaaling.gateway.caseevent.CaseEventIntake;
import dk.borgermaaling.gateway.caseevent.DeadLetters;
import dk.borgermaaling.gateway.caseevent.FeedMemory;
import dk.borgermaaling.gateway.caseevent.FeedStates;
import dk.borgermaaling.gateway.caseevent.KnownTargetGroups;
import dk.borgermaaling.gateway.citizen.CitizenVault;
import dk.borgermaaling.gateway.kernel.BusinessClock;
import dk.borgermaaling.gateway.kernel.Transactions;
import dk.borgermaaling.gateway.municipality.Municipalities;
import java.time.Clock;

/**
 * The gateway's ports that a run needs.
 *
 * @param clock business time, for what happens
 * @param realClock for when to look
 */
public record Gateway(
    Municipalities municipalities,
    KnownTargetGroups targetGroups,
    BusinessClock clock,
    Clock realClock,
    FeedMemory memory,
    FeedStates states,
    CitizenVault vault,
    CaseEventIntake intake,
    DeadLetters deadLetters,
    Transactions transactions) {}

/**
 * The hours a week that a new profile starts from, in the window and in the terminal alike, until the person says
 * otherwise: two hours on working days and five over a weekend. The source names no figure; this one is ours.
 */
export const usualWeeklyHours = 15

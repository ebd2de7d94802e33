/** The banner of a demonstration. */
export const demonstration = {
  move: 'Move the clock forward',
  moveBy: (label: string) => `Move the clock forward by ${label}`,
  notYours: 'Sign in to move the clock of the demonstration.',
  noStep: 'Choose by how much the clock is to be moved.',
  steps: [
    { hours: 1, short: '+1 h', label: '1 hour' },
    { hours: 24, short: '+1 d', label: '1 day' },
    { hours: 72, short: '+3 d', label: '3 days' },
    { hours: 168, short: '+7 d', label: '7 days' },
    { hours: 336, short: '+14 d', label: '14 days' },
  ],
}

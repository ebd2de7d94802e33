/** The banner of a demonstration. */
export const demonstration = {
  says: 'This is a demonstration: nothing here binds anybody. Its clock says',
  move: 'Move it forward by',
  notYours: 'Sign in to move the clock of the demonstration.',
  noStep: 'Choose by how much the clock is to be moved.',
  steps: [
    { hours: 1, label: '1 hour' },
    { hours: 24, label: '1 day' },
    { hours: 72, label: '3 days' },
    { hours: 168, label: '7 days' },
    { hours: 336, label: '14 days' },
  ],
}

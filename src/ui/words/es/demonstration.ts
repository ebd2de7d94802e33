import type * as en from '../en/demonstration.ts'

/** The banner of a demonstration. */
export const demonstration: typeof en.demonstration = {
  move: 'Adelantar el reloj',
  moveBy: (label) => `Adelantar el reloj ${label}`,
  notYours: 'Inicia sesión para adelantar el reloj de la demostración.',
  noStep: 'Elige cuánto se adelanta el reloj.',
  steps: [
    { hours: 1, short: '+1 h', label: '1 hora' },
    { hours: 24, short: '+1 d', label: '1 día' },
    { hours: 72, short: '+3 d', label: '3 días' },
    { hours: 168, short: '+7 d', label: '7 días' },
    { hours: 336, short: '+14 d', label: '14 días' },
  ],
}

import { betterCheckpoint } from './keep-checkpoint.ts'
import { betterPasskeys } from './passkeys.ts'
import { betterPeople } from './people.ts'
import { betterRanking } from './ranking.ts'

// What a page does better where scripts run; every page is whole without. This file is the one script that pages load
// (`/scripts/plenum.js`, bundled by vite.config.ts). Its words come in `data-` attributes of what it works on.
import './dialogs.ts'

document.documentElement.classList.add('scripted')

betterCheckpoint()
betterPasskeys()
betterPeople()
// What signs and blinds weighs more than all else together: only who votes secretly loads it.
if (document.querySelector('[data-secret-vote]') !== null)
  void import('./secret-vote/page.ts').then(({ betterSecretVotes }) => {
    betterSecretVotes()
  })
betterRanking()
// Who has no device finds that out without much ado; but it takes more than the rest of this script.
if (document.querySelector('form[data-signs]') !== null)
  void import('./sign/page.ts').then(({ betterSignedForms }) => {
    betterSignedForms()
  })
if (document.querySelector('[data-device-room]') !== null)
  void import('./sign/devices.ts').then(({ betterDevices }) => betterDevices())

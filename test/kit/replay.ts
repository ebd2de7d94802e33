import type { Entry } from '#modules/record/core'
import { apply, createOrg, type Org } from '#organization'

/** The organization that these entries make, where the bodies that `withdrawn` names are gone. */
export function replayed(entries: readonly Entry[], withdrawn: (entry: Entry) => boolean = () => false): Org {
  const org = createOrg()
  for (const entry of entries)
    if (withdrawn(entry)) org.head.set({ ...org.head.get(), size: entry.seq + 1, at: entry.at })
    else apply(org, entry)
  return org
}

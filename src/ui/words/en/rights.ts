import type { Right } from '../../rights/rights.ts'

type Words = { readonly right: string; readonly floor: string }

export const rights = {
  title: 'Rights',
  lead: 'What no majority, officer or parent unit can take away here. Each right has a floor below which no rules are accepted, and a test in the source that proves it.',
  floor: 'Floor',
  proof: 'Proved by',
  refused:
    'A motion or a change of rules that would take one of these away is refused when it is proposed, with the reason.',
  powers: 'Every use of power over a member',
  rulebook: 'The rules in force',
  list: {
    debate: {
      right: 'Nothing is voted on before it could be debated',
      floor: 'debate of at least 72 hours, vote of at least 24, minority reports for at least 14 days',
    },
    roll: {
      right: 'Nobody is brought in for a vote',
      floor:
        'who had no vote when a vote was announced has none in it; at least 14 days from admission to a first vote',
    },
    rules: {
      right: 'No change of rules hits what is under way',
      floor: 'the rules of a motion, an election and a petition are those of their beginning',
    },
    waiting: {
      right: 'Nobody is made to wait for long',
      floor:
        'debate of at most 90 days, vote of at most 60, first vote within 183 days, at least 3 days for seconds',
    },
    tendency: {
      right: 'Members unite as a tendency, and nobody else ends, renames or hides it',
      floor:
        'at most 3 members or 1/50 of the roll, whichever is more; at least 30 days below that before it ends',
    },
    amendment: {
      right: 'A tendency’s amendments stay on the agenda',
      floor: 'three to each motion go to the vote without seconds',
    },
    seats: {
      right: 'Whoever was elected in proportion takes the seat',
      floor: 'several seats are always filled in proportion; closing an office ends no election under way',
    },
    majority: {
      right: 'No few bind the many, and no majority of a day changes what all accepted',
      floor:
        'points, rules and units by at least 3/5; no rules ask for more than 3/4; a quorum of at least 1/20',
    },
    recall: {
      right: 'Whoever gave a mandate takes it back, and none renews itself',
      floor: 'a petition of at most 1/5 of the roll, at least 14 days to sign; a term of at most 732 days',
    },
    charge: {
      right: 'Nobody is suspended or expelled but by a charge, a panel by lot, a secret vote and an appeal',
      floor:
        'at least 2 who charge, 14 days of notice, a panel of 3; 2/3 of the votes cast to expel; 30 days to appeal before anything holds',
    },
    protection: {
      right:
        'Nobody who is charged loses their vote, or anything else without a vote, before a panel has found',
      floor:
        'a protective measure lets only proposing and standing rest, for at most 30 days; 3 days to answer, then 2/3 of the votes cast; one appeal at once; once as long as somebody is charged',
    },
    texts: {
      right: 'What you write stays yours, and readable',
      floor:
        'hidden only under a rule that held when it was written; every member can still open it; only its author erases it',
    },
    appeal: {
      right: 'A panel drawn by lot looks at what was hidden',
      floor: '30 days to appeal, whatever the rules; without a decision the text is shown again',
    },
    standing: {
      right: 'No standing lapses without notice, and time to mend or contest it',
      floor:
        'at least 14 days of notice; while it is contested nothing lapses; without a decision the notice is struck',
    },
    units: {
      right: 'No unit is redrawn, merged or dissolved, and nobody’s home is moved, by others',
      floor: 'there is no act for it; a unit renames itself and sets its own rules by its own vote',
    },
    branches: {
      right: 'No parent takes a branch below the floors',
      floor: 'what a unit asks of those below can only be stricter than the floors',
    },
    powers: {
      right: 'Every use of power over a member can be seen by all',
      floor: 'listed by the page and by plenum audit, with whether the rules were kept',
    },
  } satisfies Readonly<Record<Right, Words>>,
}

export const powers = {
  title: 'Power over members',
  lead: 'Every time power was used over a member: by which entry, by whom, over whom. Each was checked against the rules when it was entered; the audit on your own machine checks all of them again.',
  none: 'It was never used.',
  audit: 'How to audit',
  by: 'by',
  closed: 'somebody whom the record does not name',
  names: {
    struck: 'Struck off the founding roll',
    refused: 'Application refused',
    noticed: 'Notice that standing lapses',
    lapsed: 'Standing lapsed',
    erased: 'What was held about a person erased',
    recalled: 'Recalled from an office by vote',
    hidden: 'Text hidden',
    bound: 'Measure of a case binds',
    separated: 'Two ordered to keep apart',
    restricted: 'Protective measure until a case is decided',
    recovered: 'Access recovered with vouchers',
  },
}

import { rmSync } from 'node:fs'
import { derivedUuid } from '#kernel/ids'
import { seedOrganization } from './seed-organization.ts'
const now = async (_s: any) => Date.now() + 400 * 3600_000
const dir = process.argv[2]!
rmSync(dir, { recursive: true, force: true })
const id = (...parts: (string | number)[]) => derivedUuid('zz', ...parts)
await seedOrganization(dir, {
  async then(s) {
    const m = s.members.map(({ id }) => id)
    const [p1, p2, p3] = s.points
    const propose = async (n: number, title: string, enactment: any, texts: string[] | { id: string; text: string }[], by = 0, second = true) => {
      const motion = id('motion', n)
      const clauses = texts.map((t, i) => (typeof t === 'string' ? { id: id('c', n, i), text: t } : t))
      await s.enter(m[by]!, 'motion.propose', { motion, title, clauses, enactment })
      if (second) await s.enter(m[(by + 1) % 8]!, 'motion.second', { motion })
      return motion
    }
    const amend = async (motion: string, by: number, name: string, changes: any[], reason?: string) => {
      const held = reason ? s.hold(reason) : undefined
      await s.enter(m[by]!, 'amendment.propose', { amendment: id('a', name), motion, changes, reason: held?.ref ?? null }, s.root, held ? [held.row] : [])
      return id('a', name)
    }
    const say = async (motion: string, by: number, side: string, text: string) => {
      const held = s.hold(text)
      await s.enter(m[by]!, 'speech.give', { speech: id('s', text), motion, side, text: held.ref }, s.root, [held.row])
    }
    const vote = async (kind: string, motion: string, choices: Record<number, string[]>) => {
      for (const [n, c] of Object.entries(choices)) await s.enter(m[Number(n)]!, 'ballot.cast', { vote: derivedUuid('vote', kind, motion), choices: c })
    }
    // C decided
    const c = await propose(1, 'Say that debates are open to all members', { kind: 'program.change', point: p2, revision: 1 }, [{ id: p2!, text: 'Every decision that binds members comes out of an open debate in which every member can speak, and of a vote.' }, { id: id('new'), text: 'Who dissents can say so beside the decision, for good.' }])
    const a1 = await amend(c, 2, 'c1', [{ kind: 'replace', clause: p2, text: 'Every decision that binds members comes out of an open debate in which every member may speak, and of a vote.' }], 'May is the word that the statutes use.')
    const a2 = await amend(c, 3, 'c2', [{ kind: 'replace', clause: p2, text: 'Every decision that binds members comes out of an open debate in which every member has the floor, and of a vote.' }])
    const a3 = await amend(c, 4, 'c3', [{ kind: 'insert', after: id('new'), clause: id('x3'), text: 'Nobody is silenced for what was said in a debate.' }])
    await say(c, 5, 'for', 'Our point says that decisions come out of debate, but not who may take part in it. In March two members were told that only delegates speak. This closes that door.')
    await say(c, 6, 'against', 'We all know what is meant. A point of unity that grows with each quarrel will be read by nobody.')
    await s.pass(72)
    await vote('amendments', c, { 0: ['yes', 'yes', 'yes'], 1: ['yes', 'no', 'yes'], 2: ['yes', 'yes', 'yes'], 3: ['no', 'yes', 'yes'], 4: ['yes', 'yes', 'abstain'] })
    await s.pass(72)
    await vote('motion', c, { 0: ['yes'], 1: ['yes'], 2: ['yes'], 3: ['yes'], 4: ['no'], 5: ['abstain'] })
    await s.pass(72)
    await s.enter(m[6]!, 'report.file', { report: id('r'), motion: c, text: 'The change is right in what it wants and wrong in where it puts it. A point of unity says what unites us; how a debate is held belongs into the rules, where it can be changed without asking two thirds.\n\nWe will propose the rule.' })
    await s.enter(m[4]!, 'report.sign', { report: id('r') })
    await propose(8, 'Rejected thing', { kind: 'resolve' }, ['We buy a second megaphone for the hall.'], 3)
    // D voting amendments, E voting
    const d = await propose(2, 'A fund for disputes', { kind: 'resolve' }, ['We open a fund for members who lose wages in a dispute.', 'Each member pays five dollars a month into it.', 'Three members chosen by lot decide on payments.'], 2)
    await amend(d, 3, 'd1', [{ kind: 'replace', clause: id('c', 2, 1), text: 'Each member pays ten dollars a month into it.' }], 'Five will not carry us through one month of a strike.')
    await amend(d, 4, 'd2', [{ kind: 'replace', clause: id('c', 2, 1), text: 'Each member pays two dollars a month into it.' }])
    await propose(3, 'A picnic on the first of May', { kind: 'resolve' }, ['We hold a picnic in the park on Mill Street on the first of May, from noon on.'], 4)
    await s.pass(72)
    await vote('motion', id('motion', 8), { 0: ['no'] })
    await s.enter(m[0]!, 'meeting.decide', { motion: id('meeting'), title: 'Stand with the bakery workers tomorrow', clauses: [{ id: id('mc'), text: 'We join the picket at the bakery on Water Street tomorrow at six, and bring coffee.' }], heldAt: 0 + (await now(s)), tally: { yes: 5, no: 1, abstain: 0 }, tellers: [m[2]!, m[3]!] })
    await s.enter(m[1]!, 'meeting.confirm', { motion: id('meeting') })
    await s.enter(m[1]!, 'meeting.decide', { motion: id('meeting2'), title: 'Lend the hall to the tenants', clauses: [{ id: id('mc2'), text: 'The tenants’ union has the hall on Sunday.' }], heldAt: 0 + (await now(s)), tally: { yes: 5, no: 1, abstain: 0 }, tellers: [m[2]!, m[3]!] })
    const b = await propose(4, 'Name the fund in point 3', { kind: 'program.change', point: p3, revision: 1 }, [{ id: p3!, text: 'We stand by one another in every dispute with an employer or a landlord, and pay for it from one fund that all of us keep up.' }], 5)
    await amend(b, 6, 'b1', [{ kind: 'replace', clause: p3, text: 'We stand by one another in every dispute with an employer, a landlord or an office, and pay for it from one fund that all of us keep up.' }], 'Offices deny people more than landlords do.')
    await amend(b, 7, 'b2', [{ kind: 'replace', clause: p3, text: 'We stand by one another in every dispute with an employer or a bank, and pay for it from one fund that all of us keep up.' }])
    await amend(b, 1, 'b3', [{ kind: 'replace', clause: p3, text: 'We stand by one another in every dispute with an employer or a landlord, and pay for it from one fund that all members keep up.' }])
    await say(b, 2, 'for', 'Half of us rent. What the landlord takes is what the employer did not.')
    await propose(5, 'Longer debates', { kind: 'rules.adopt', rules: { ...s.rules, name: 'Riverside rules, second edition', debateHours: 120, quorum: '2/5', bounds: { ...s.rules.bounds, debateHoursLeast: 96 } } }, ['We adopt these rules.'], 1)
    await propose(6, 'Gloria Mensah as treasurer', { kind: 'mandate.give', mandate: id('mandate'), office: 'treasurer', duties: ['roll'], member: m[6]!, days: 365 }, ['Gloria Mensah is our treasurer for a year.'], 7)
    await propose(7, 'A reading evening each month', { kind: 'resolve' }, ['On the second Thursday of each month we read and talk about one text.'], 3, false)
    const held = s.hold('Because the last strike was lost for want of four weeks’ rent.')
    await s.enter(m[3]!, 'rationale.add', { rationale: id('rat'), point: p3!, text: held.ref }, s.root, [held.row])
  },
})
console.log(id('motion', 1), id('motion', 4))

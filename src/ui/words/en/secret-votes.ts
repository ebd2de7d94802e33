export const secretVotes = {
  lead: 'This vote is secret. Your browser makes a key of its own, has it signed without showing it, and casts the ballot under that key: nobody can tell from what is kept whose ballot it is, and after the close everybody can count all ballots again.',
  needsScript:
    'A secret ballot is blinded and signed in your own browser, and that takes JavaScript: without it the server would have to do it, and could read your vote. Switch it on for this site, use another device, or vote at a polling session.',
  cast: 'Cast my secret ballot',
  keysLead: (until: string) =>
    `In this vote keys come first: get yours until ${until}. Then the list of keys is closed for all to see, and voting begins. Who has no key by then cannot vote.`,
  getKey: 'Get my key',
  hasKey: 'This device has your key. Come back when voting begins.',
  renewed: {
    lost: (at: string) =>
      `This vote began again on ${at}: the keys under which its ballots lay were lost, and nobody can read them any more. Whoever had voted before has to vote again.`,
    restored: (at: string) =>
      `This vote began again on ${at}: the record was restored from a backup, which has no keys of votes. Whoever had voted before has to vote again.`,
  },
  issuers: {
    title: 'Who signs your key',
    lead: (k: number, all: number) =>
      `Your key has to be signed by ${k} of ${all} issuers: by this server, where you are signed in, and by ${k - 1} of those that members named, any of them.`,
    codes:
      'Each of the others has given you a code of its own, by its own way. Type the codes you have; one issuer may be left out as long as enough sign. A code is not kept on this device.',
    code: (name: string) => `Your code at ${name}`,
    gave: (name: string, issued: number) => `${name}: ${issued} keys signed`,
    compare:
      'Whoever runs one of these issuers can compare this number with its own: they are to be the same. Of an issuer that did not report in time it is what came in with its signature.',
  },
  waiting: {
    lead: (needed: number, lacking: readonly string[]) =>
      `The secret vote is put off: ${needed} issuers have to sign each key, and too few have delivered one for it. Missing: ${lacking.join(', ')}. It opens by itself as soon as enough have.`,
    since: 'It has waited since',
    others: 'Propose other issuers: that vote is open and needs no keys',
  },
  slip: 'Your slip',
  slipLead:
    'These twelve words are your vote. With them you can vote again from any device until the close, and find your ballot on the board afterwards. Write them down if you like; show them to nobody: who has them can see how you voted, and vote in your place.',
  receipt: 'Receipt',
  receiptLead:
    'Your ballot lies in the urn, and the server signed for it. Keep the receipt: if the board should lack your ballot after the close, it proves so, and it does not say how you voted.',
  receiptFile: 'Download the receipt',
  elsewhere: 'I have begun on another device',
  elsewhereLead:
    'A key is given out once to each member. Type the twelve words of your slip to go on here, or go back to that device. Without either nobody can give you a second key, or one member could vote twice.',
  words: 'The twelve words',
  takeWords: 'Go on with these words',
  forget: 'Forget this vote on this device',
  forgetLead: 'Whoever uses this browser after you could otherwise see your slip, and with it your ballot.',
  find: 'Find my ballot on the board',
  findLead:
    'Your browser looks for the ballot of your slip among all ballots of the board, and holds your receipt against it.',
  board: 'The board',
  boardLead: (issued: number, keys: number, cast: number) =>
    `Keys given out: ${issued}. Keys that were used or listed: ${keys}. Ballots cast: ${cast}.`,
  gap: (count: number) =>
    count === 0
      ? 'Every key that was given out cast a ballot.'
      : `${count} of the keys given out cast no ballot. Nobody can have added more ballots than that unnoticed: who took part is known, and those members can say whether they voted.`,
  small: (count: number) =>
    `Only ${count} ballots were cast. In so small a vote the result itself can tell how somebody voted.`,
  protects: 'What is protected, and what is not',
  protected: [
    'Protected: from what is kept after the close (database, backups, logs, record) nobody can tell whose ballot is whose. Nobody sees a ballot or a count before the close on any page.',
    'Where several issuers sign each key: whoever runs this server cannot make keys for members who stay away, unless enough of the others help. It is this page that asks you for your codes; a page that was changed for you alone could keep one, and the issuer would then tell you that a key of yours is signed already.',
    'Protected: everybody can check that each ballot is from a member’s key, one each, and count again.',
    'Not protected: whoever runs the server could watch it while the vote is open, see when you fetch your key and when a ballot comes, and look into the urn. In votes where keys come first the two lie far apart.',
    'Not protected: somebody who stands behind you, or makes you show your slip. Voting again later undoes what you were forced to; your slip still shows the last ballot.',
    'Not protected: a long ranking can be a signature of its own, agreed on beforehand.',
    'Not protected: your device. A program on it that reads your screen reads your vote.',
  ],
  script: {
    working: 'Working: your browser checks the record, blinds, signs and waits a moment before it sends …',
    failed: 'Something went wrong in your browser. Nothing was lost; try again.',
    incomplete: 'Your ballot is not filled in yet, or a place on it is no whole number.',
    cast: 'Your ballot lies in the urn. You can vote again until the close; the last ballot counts.',
    registered: 'Your key is on the list. Come back with this device, or with your slip, when voting begins.',
    silent: 'The server did not answer. Nothing was lost: try again, your browser goes on where it was.',
    'opening-unproved':
      'The opening of this vote does not stand in the record that this browser knows. Do not vote here; tell other members, and compare your checkpoints.',
    issuerSigned: 'Has signed your key.',
    issuerSilent:
      'Does not answer. Nothing was lost: another issuer can take its place, and it can be asked again later.',
    issuerWrong: 'Signed something else than your key. Tell other members.',
    issuerNoCode: 'Not asked: no code was typed.',
    issuersFew:
      '{have} of the {k} issuers that are needed have signed so far, and what they signed is kept on this device. Type the code of another one, or try again later; with your slip you can also go on from another device.',
    'answer-wrong': 'The server signed something else than your key. Do not vote here; tell other members.',
    'receipt-wrong':
      'The server gave no receipt for this very ballot. Try again, and tell other members if it stays so.',
    wordsWrong:
      'These are not the twelve words of a slip. Look for a misspelt word or two in the wrong order.',
    wordsTaken: 'This device now has your slip: you can vote again.',
    forgotten: 'This device knows nothing of your vote any more.',
    nothingKept: 'This device has no slip of this vote. Type the twelve words of yours above.',
    found: 'Your ballot is number {place} of {all} on the board. It says: {choice}.',
    notFound: 'There is no ballot of your slip on the board, and this device has no receipt for one.',
    convicted:
      'The board does not have the ballot that your receipt is for. The receipt proves that it was taken: show it to other members. It does not say how you voted.',
  },
}

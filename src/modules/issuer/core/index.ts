export { CODE_BYTES, codeOf, plainCode } from './code.ts'
export { readMembersList, type ListedMember, type MembersList } from './members-file.ts'
export { issuerMessages } from './messages.ts'
export { openedVote, type OpenedVote } from './opened-vote.ts'

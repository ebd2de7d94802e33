export const members = {
  keepersOnly: 'Only a member whose mandate is to keep the roll can see this page.',
}

export const setup = {
  codeNeeded: 'This page needs the code that Plenum printed on the console when it was started.',
}

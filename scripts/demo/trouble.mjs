/** Something that the person at the terminal can understand and fix: shown as one line, without a stack. */
export class Trouble extends Error {}

/** What the tests take of it: its own types are not found, for its `exports` do not name them. */
declare module 'cephes' {
  interface Cephes {
    /** Settled once the functions can be called. */
    readonly compiled: Promise<void>;
    incbet(a: number, b: number, x: number): number;
    lgam(x: number): number;
    ndtr(z: number): number;
  }
  const cephes: Cephes;
  export default cephes;
}

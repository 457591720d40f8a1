import fc from 'fast-check';

/** The same values in every run: what passed yesterday fails today only because the code changed. `SEED=n` hunts elsewhere. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261123) });

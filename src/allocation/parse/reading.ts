import { InternalError, type Problem } from '../../errors.ts';
import { suggestion } from '../nearest.ts';
import type { Origin } from '../origin.ts';
import { type Path, written } from '../path.ts';
import { LIMITS, type Position, type Source } from '../source.ts';

/** One pass over a file: where its values stand, and what was found wrong with them so far. */
export class SourceReading {
  readonly problems: Problem[] = [];
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** A mistake in the value at `path`. */
  say(what: string, path: Path, fix: string | null = null): void {
    this.sayAt(what, this.source.at(path), fix);
  }

  /** A mistake in the key at `path`. */
  sayAtKey(what: string, path: Path, fix: string | null = null): void {
    this.sayAt(what, this.source.keyAt(path), fix);
  }

  sayAt(what: string, { line, column }: Position, fix: string | null = null): void {
    this.problems.push({ what, file: this.source.file, line, column, fix });
  }

  /** The value at `path` names something that is not declared. */
  unknown(kind: string, name: string, declared: Iterable<string>, path: Path): void {
    this.say(`The ${kind} ${name} is not declared.`, path, this.#suggestion(name, declared));
  }

  /** The key at `path` names something that is not declared. */
  unknownKey(kind: string, name: string, declared: Iterable<string>, path: Path): void {
    this.sayAtKey(`The ${kind} ${name} is not declared.`, path, this.#suggestion(name, declared));
  }

  /** Problems past the limit are only counted, so nothing is looked up for them. */
  #suggestion(name: string, declared: Iterable<string>): string | null {
    return this.problems.length < LIMITS.problems ? suggestion(name, [...declared]) : null;
  }

  origin(path: Path): Origin {
    return { path: written(path), position: this.source.at(path) };
  }

  originAtKey(path: Path): Origin {
    return { path: written(path), position: this.source.keyAt(path) };
  }

  /**
   * Names must differ by more than case: two that look alike would be told apart by nobody.
   * @param keyOf what they have to differ in
   * @param isOne true of two places whose names mean the same thing: those need only be written in another way
   */
  unique(
    kind: string,
    names: readonly (readonly [name: string, path: Path])[],
    isOne: (path: Path, other: Path) => boolean = () => false,
    keyOf = (name: string): string => name.toLowerCase(),
  ): void {
    const seen = new Map<string, readonly [name: string, path: Path]>();
    for (const [name, path] of names) {
      const [earlier, other] = seen.get(keyOf(name)) ?? [];
      if (earlier !== undefined && other !== undefined && (earlier === name || !isOne(path, other))) {
        const inCase = earlier.toLowerCase() === name.toLowerCase();
        const only = inCase ? 'case' : 'case, dashes and underscores, which Claude Code does not tell apart';
        const how = earlier === name ? 'is given twice' : `differs from ${earlier} only in ${only}`;
        this.sayAtKey(`The ${kind} ${name} ${how}.`, path, 'Rename or remove one of them.');
      }
      seen.set(keyOf(name), [name, path]);
    }
  }
}

/**
 * A text as the name that it is. The schema has let only such texts through, so anything else is our mistake.
 * Throws `InternalError`.
 */
export function named<Name extends string>(is: (text: string) => text is Name, text: string): Name {
  if (is(text)) return text;
  throw new InternalError(`the schema let the name ${JSON.stringify(text)} through`);
}

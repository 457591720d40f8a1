/** What is used of the YAML parser. The build leaves its writing half out: this is the only file that imports it. */
export {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';

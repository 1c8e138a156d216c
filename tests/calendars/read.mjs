// Reads a calendar from standard input with ical.js, and prints it as jCal (RFC 7265).
import { readFileSync } from 'node:fs';
import ICAL from '../web/node_modules/ical.js/dist/ical.js';

const parsed = ICAL.parse(readFileSync(0, 'utf8'));
if (parsed[0] !== 'vcalendar') throw new Error(`not a calendar: ${parsed[0]}`);
for (const event of new ICAL.Component(parsed).getAllSubcomponents('vevent')) {
  const { startDate, endDate } = new ICAL.Event(event);
  if (startDate.compare(endDate) > 0) throw new Error('an event ends before it starts');
}
process.stdout.write(JSON.stringify(parsed));

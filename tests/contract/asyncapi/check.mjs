// Parse an AsyncAPI document with the official parser; print what is wrong with it, and fail on errors.
import { Parser, fromFile } from '@asyncapi/parser';

const parser = new Parser();
const { document, diagnostics } = await fromFile(parser, process.argv[2]).parse();
for (const { severity, path, message } of diagnostics) {
  console.log(`${severity === 0 ? 'error' : 'note'} ${path.join('.')}: ${message}`);
}
if (!document || diagnostics.some(({ severity }) => severity === 0)) process.exit(1);
console.log(`${document.channels().all().length} channels, ${document.messages().all().length} messages`);

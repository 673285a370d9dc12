// Holds every fixture against its schema with ajv, in strict mode, and prints the verdicts as JSON.
// Standard input: {"schemas": [path…], "vocabulary": [keyword…],
//                  "fixtures": {name: {"schema": $id, "file": path}}}
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.env.AJV_FROM);
const Ajv = require("ajv/dist/2020").default;
const ajv = new Ajv({ strict: true, validateFormats: false, allErrors: true });
const asked = JSON.parse(readFileSync(0, "utf8"));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
ajv.addVocabulary(asked.vocabulary);
for (const path of asked.schemas) ajv.compile(read(path));
const verdicts = {};
for (const [name, { schema, file }] of Object.entries(asked.fixtures)) {
  verdicts[name] = ajv.getSchema(schema)(read(file));
}
process.stdout.write(JSON.stringify(verdicts));

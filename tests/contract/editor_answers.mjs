// Asks the JSON language service of Visual Studio Code about a document, and prints its answers as
// JSON. The settings are given to it as the editor does.
// Standard input: {"settings": …, "documents": [[name, text, place of the cursor or null]…]}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.env.SERVICE_FROM);
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");
const asked = JSON.parse(readFileSync(0, "utf8"));
const fetched = [];
const service = getLanguageService({
  schemaRequestService: (uri) => {
    fetched.push(uri);
    return Promise.reject("there is no network");
  },
});
service.configure({
  validate: true,
  schemas: asked.settings["json.schemas"].map(({ url, fileMatch, schema }) => {
    return { uri: url, fileMatch, schema };
  }),
});

const answers = [];
for (const [name, text, at] of asked.documents) {
  const document = TextDocument.create(`file:///area/${name}`, "json", 1, text);
  const parsed = service.parseJSONDocument(document);
  const problems = await service.doValidation(document, parsed);
  const place = document.positionAt(at ?? 0);
  const completed = at === null ? null : await service.doComplete(document, place, parsed);
  const hover = at === null ? null : await service.doHover(document, place, parsed);
  answers.push({
    problems: problems.map(({ message, range }) => [message, document.getText(range)]),
    labels: completed ? completed.items.map(({ label }) => label) : [],
    hover: hover ? [hover.contents].flat().map((part) => part.value ?? part).join("\n") : "",
  });
}
console.log(JSON.stringify({ fetched, answers }));

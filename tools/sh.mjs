// `sh tools/NAME ARGS` on Windows: tools/NAME.mjs in its place.
const [script] = process.argv.splice(2, 1);
await import(new URL(`../${script}.mjs`, import.meta.url).href);

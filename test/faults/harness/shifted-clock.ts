import { readFileSync } from "node:fs";

// Imported by node before the app: its clock is then so many milliseconds off as the file CLOCK_FILE says, which is read
// again at SIGUSR2. As a clock that is set: timers go on, the database keeps the right time.
let shift = 0;
const RealDate = Date;
const read = () => (shift = Number(readFileSync(process.env.CLOCK_FILE ?? "", "utf8")));
process.on("SIGUSR2", read);
read();

globalThis.Date = new Proxy(RealDate, {
  construct(target, args: [], made) {
    return args.length === 0
      ? Reflect.construct(target, [target.now() + shift], made)
      : Reflect.construct(target, args, made);
  },
  apply: (target) => new target(target.now() + shift).toString(),
  get: (target, name) => (name === "now" ? () => target.now() + shift : Reflect.get(target, name)),
});

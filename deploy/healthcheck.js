// What the container's HEALTHCHECK runs: exit code 0 while the bot beside it is well. Alone and in plain JavaScript, since
// it is started every half a minute.
const { PORT = '3000' } = process.env;
fetch(`http://127.0.0.1:${PORT}/healthz`).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);

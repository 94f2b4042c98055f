import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

// Loaded into a process before anything else (`node --import`): a network that refuses everything beyond this computer.
// The refusal ends the process, so that no `catch` around the attempt can hide it. JavaScript, because it is loaded
// before anything strips types.

/** @param {string} what */
function end(what) {
  process.stderr.write(`the app asked for the network: ${what}\n`)
  process.exit(97)
}

/** @param {string | undefined} host */
const isHere = (host) => host === undefined || host === 'localhost' || /^(?:127\.|::1$)/.test(host)

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...given) {
  const [first] = Array.isArray(given[0]) ? given[0] : given
  const options =
    typeof first === 'object' && first !== null ? first : { port: first, host: given[1] }
  // A path is a socket in the file system.
  if (options.path === undefined && !isHere(options.host)) end(`connect ${String(options.host)}`)
  return connect.apply(this, given)
}

for (const name of /** @type {const} */ (['lookup', 'resolve', 'resolve4', 'resolve6'])) {
  const ask = dns[name]
  dns[name] = Object.assign(
    (...given) => (isHere(given[0]) ? ask.apply(dns, given) : end(`${name} ${given[0]}`)),
    ask,
  )
}

dgram.createSocket = () => end('a datagram')

// Browsers open six connections to one server: few pages keep one, the rest look in now and then.

const SEATS = 4;

// Returns how to leave the seat again, or null where all are taken.
export async function findSeat() {
  for (let number = 0; number < SEATS; number += 1) {
    const leave = await trySeat(`sinhhoat-stream-${number}`);
    if (leave) return leave;
  }
  return null;
}

// Without locks (an old browser, plain http) nobody counts, and everybody sits.
function trySeat(name) {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const sit = (lock) => (lock ? new Promise((leave) => resolve(leave)) : resolve(null));
    navigator.locks.request(name, { ifAvailable: true }, sit).catch(() => resolve(() => {}));
  });
}

const number = /^\+?[\d ().-]{3,24}$/;
const named = /^[a-z]+:\S+$/;
const senderName = /^(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}$/;

/** Tells whether a text can be called or written to: a number, or an address of a channel such as `client:kay`. */
export function isAddress(text: string): boolean {
  return named.test(text) || (number.test(text) && /\d{3}/.test(text.replaceAll(/\D/g, "")));
}

/** Tells whether a text can send messages: an address, or a name of at most eleven letters and digits. */
export function isSender(text: string): boolean {
  return isAddress(text) || senderName.test(text);
}

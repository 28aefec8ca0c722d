import { epochMilliseconds, instant } from "@flexbill/kernel";
import { accountOf, type Centre } from "../centre.ts";
import type { Profile } from "../profile/profile.ts";
import { tell } from "./tell.ts";

type Rented = Profile["numbers"][number];

/** Plans to tell each number that is rented at some time of the run: at its beginning, or when it is bought. */
export function tellNumbers(centre: Centre): void {
  for (const rented of centre.profile.numbers) {
    const purchased = epochMilliseconds(instant(rented.purchased));
    const released =
      rented.released === undefined ? Number.POSITIVE_INFINITY : epochMilliseconds(instant(rented.released));
    if (purchased >= centre.to || released <= centre.from) continue;
    centre.agenda.put(Math.max(purchased, centre.from), tellNumber, rented);
  }
}

function tellNumber(centre: Centre, rented: Rented, now: number): void {
  const { number, numberType, purchased, released = null } = rented;
  const { profile } = centre;
  const country = rented.country ?? profile.country;
  const data = { number, country, numberType, purchased, released };
  tell(centre, now, accountOf(profile, rented.account), "dev.flexbill.number", data);
}

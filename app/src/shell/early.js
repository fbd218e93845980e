{
const hold = event => {
  const form = event.target.closest("form")
  if (form?.method === "post" || form?.hasAttribute("action")) return
  const button = event.target.closest("button")
  if (event.type === "submit") held = () => form.requestSubmit(event.submitter)
  else if (button && !(form && button.type === "submit")) held = () => button.click()
  else return
  event.preventDefault()
  event.stopPropagation()
}
let held
for (const type of ["click", "submit"]) addEventListener(type, hold, true)
addEventListener("alive", () => {
  for (const type of ["click", "submit"]) removeEventListener(type, hold, true)
  document.documentElement.dataset.alive = ""
  setTimeout(() => held?.())
}, { once: true })
}

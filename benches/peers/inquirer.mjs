// The same six questions with @inquirer/prompts.
import { writeFileSync } from "node:fs";
import { checkbox, input, select } from "@inquirer/prompts";

const choices = (names) => names.map((name, value) => ({ name, value }));
const pick = (message, names) => select({ message, choices: choices(names) });

const danger = await pick("Is anyone in danger right now?", ["No, or not that I know of", "Yes", "I'm not sure"]);
const length = await pick("How much time is there now?", ["Ten minutes", "An hour for the plan", "Everything"]);
const planner = await input({ message: "What is your first name?" });
const name = await input({ message: "What do you call them?" });
const relation = await pick("Who are they to you?", ["My child", "My partner", "A friend", "Somebody else"]);
const used = await checkbox({
  message: "What do they use, as far as you know?",
  choices: choices(["Heroin", "Fentanyl", "Pills", "Alcohol", "Not sure"]),
});
writeFileSync("minimal.json", `${danger} ${length} ${planner} ${name} ${relation} ${used}\n`);

//! What is used, and what follows from it: whether opioids may be in it, and which treatment a place is asked for.

use super::{Answer, Care, Checked, Field, Plan, Substance, TreatmentOption, codes};

codes! {
/// The treatment that is known to help where no opioid is used. For opioids it is methadone or buprenorphine.
Suited {
    /// Naltrexone or acamprosate, and medical care for withdrawal.
    Alcohol = "alcohol",
    /// Contingency management: cocaine and meth have no medicine of their own.
    Stimulants = "stimulants",
    /// Somebody who leads a slow taper.
    Calming = "calming",
    /// More than one of these.
    Several = "several",
}
}

impl Plan {
    /// Opioids, street drugs, pills or "not sure": opioids may be hidden in all of them, so that naloxone belongs in
    /// the house. True while nothing is known, "none of these" included; false for alcohol alone.
    pub fn may_be_opioids(&self) -> bool {
        match self.person.substances.given() {
            None => true,
            Some(used) => used.is_empty() || used.iter().any(|one| *one != Substance::Alcohol),
        }
    }

    /// True if an opioid is used, or may be without anybody knowing: only then do methadone and buprenorphine treat
    /// it. What the program does not know counts, as "not sure" and "rather not" do; alcohol, cocaine, meth and
    /// calming pills alone do not, though naloxone belongs beside all of them but the first.
    pub fn uses_an_opioid(&self) -> bool {
        use Substance::{Alcohol, Benzodiazepines, Cocaine, Meth};
        let other = |one: &Substance| !matches!(one, Alcohol | Benzodiazepines | Cocaine | Meth);
        match self.person.substances.given() {
            None => true,
            Some(used) => used.is_empty() || used.iter().any(other),
        }
    }

    /// What a place is asked for where no opioid is used; nothing where one is.
    pub fn suited(&self) -> Option<Suited> {
        let groups = [
            (self.uses(Substance::Alcohol), Suited::Alcohol),
            (self.uses_stimulants(), Suited::Stimulants),
            (self.uses(Substance::Benzodiazepines), Suited::Calming),
        ];
        let mut used = groups.into_iter().filter(|(used, _)| *used).map(|(_, suited)| suited);
        match (self.uses_an_opioid(), used.next(), used.next()) {
            (false, Some(_), Some(_)) => Some(Suited::Several),
            (false, one, None) => one,
            _ => None,
        }
    }

    /// The question about the treatment that matters most here, and what this place answered.
    pub fn treatment<'a>(&self, option: &'a TreatmentOption) -> (Field, &'a Answer<Checked>) {
        match self.uses_an_opioid() {
            true => (Field::OptMedication, &option.medication_offered),
            false => (Field::OptSuited, &option.suited_treatment),
        }
    }

    /// Cocaine or meth.
    pub fn uses_stimulants(&self) -> bool {
        self.uses(Substance::Cocaine) || self.uses(Substance::Meth)
    }

    /// Alcohol or calming pills: to stop these all at once can kill.
    pub fn stops_slowly(&self) -> bool {
        self.uses(Substance::Alcohol) || self.uses(Substance::Benzodiazepines)
    }

    /// True if this is used.
    pub fn uses(&self, substance: Substance) -> bool {
        let used = self.person.substances.given();
        used.is_some_and(|used| used.contains(&substance))
    }

    /// A medicine for it is taken already: it goes on, whatever else is planned.
    pub fn takes_medicine(&self) -> bool {
        self.person.care.is_one_of(&[Care::Medicine, Care::Both])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// May opioids be hidden in it, is one used, and what is a place asked for?
    fn asked(used: &[Substance]) -> (bool, bool, Option<Suited>) {
        let mut plan = Plan::default();
        plan.person.substances = Answer::Given(used.to_vec());
        (plan.may_be_opioids(), plan.uses_an_opioid(), plan.suited())
    }

    // Holds R-55
    #[test]
    fn r_55_whether_opioids_may_be_hidden_is_one_question_and_whether_one_is_used_another() {
        use Substance::*;
        for used in [Heroin, Fentanyl, PainPills, StreetPills, Another, NotSure, RatherNot] {
            assert_eq!(asked(std::slice::from_ref(&used)), (true, true, None), "{used:?}");
            assert_eq!(asked(&[Alcohol, used]), (true, true, None));
        }
        assert_eq!(asked(&[Other("nitazenes".into())]), (true, true, None));
        assert_eq!(
            asked(&[]),
            (true, true, None),
            "nothing known is as careful as not sure"
        );
        assert_eq!(asked(&[Alcohol]), (false, false, Some(Suited::Alcohol)));
        for stimulants in [vec![Cocaine], vec![Meth], vec![Cocaine, Meth]] {
            assert_eq!(asked(&stimulants), (true, false, Some(Suited::Stimulants)));
        }
        assert_eq!(asked(&[Benzodiazepines]), (true, false, Some(Suited::Calming)));
        assert_eq!(asked(&[Alcohol, Meth]), (true, false, Some(Suited::Several)));
        let unasked = Plan::default();
        assert!(unasked.may_be_opioids() && unasked.uses_an_opioid() && unasked.suited().is_none());
    }
}

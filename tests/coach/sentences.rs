//! Sentences as families write them: what each is heard as, and neighbors of them that are left alone.

use steadfast::coach::{BoundaryContext, Hint, boundary, statement};
use steadfast::plan::{Answer, Statement, Text};

use super::words;

/// in the words, whatever kind of boundary they stand under: each is heard first as what it takes away.
const TAKES: [(&str, Hint); 50] = [
    ("I will ask you to move out.", Hint::Housing),
    ("Starting Friday, I will change the locks.", Hint::Housing),
    ("I will change the locks tonight.", Hint::Housing),
    ("From June on, I will not let you live here.", Hint::Housing),
    ("From Monday on, you cannot stay with us.", Hint::Housing),
    ("Starting Monday, I will not let you sleep in my house.", Hint::Housing),
    ("Starting May, I will stop paying your rent.", Hint::Housing),
    (
        "Starting today, I will put your things out on the street.",
        Hint::Housing,
    ),
    ("Starting today, I will put your stuff outside.", Hint::Housing),
    ("Starting in June, I will rent your room to somebody.", Hint::Housing),
    ("If you use, I will have you evicted.", Hint::Housing),
    ("From July on, I will take you off the lease.", Hint::Housing),
    ("Starting today, I will ask you to leave our home.", Hint::Housing),
    ("Starting today, I will ask you to leave home.", Hint::Housing),
    ("Starting tonight, I want you to stay somewhere else.", Hint::Housing),
    ("Starting tonight, I will not open the door.", Hint::Housing),
    ("Starting tonight, I will not let you in.", Hint::Housing),
    ("Starting Friday, I will take your house key back.", Hint::Housing),
    ("Starting Friday, I will have the locks changed.", Hint::Housing),
    (
        "Starting next month, I will no longer pay your mortgage.",
        Hint::Housing,
    ),
    ("Starting Sunday, I will not keep your room.", Hint::Housing),
    ("Starting Sunday, I will turn your room into an office.", Hint::Housing),
    ("Starting Sunday, I will take you to a shelter.", Hint::Housing),
    (
        "I will not pick up the phone ever again, even if you overdose.",
        Hint::VitalHelp,
    ),
    (
        "Starting tonight, I will not pick up even when you are dying.",
        Hint::VitalHelp,
    ),
    (
        "Starting Friday, I will not pick up even if you overdose.",
        Hint::VitalHelp,
    ),
    (
        "Starting Friday, I will not come, even if you stop breathing.",
        Hint::VitalHelp,
    ),
    ("Starting tonight, I will not answer your calls.", Hint::VitalHelp),
    ("From now on, I will not take your calls.", Hint::VitalHelp),
    ("From now on, I won't answer the phone.", Hint::VitalHelp),
    ("Starting tonight, I will block your number.", Hint::VitalHelp),
    ("Starting tonight, I will stop answering your texts.", Hint::VitalHelp),
    ("Next time, I will not call 911.", Hint::VitalHelp),
    ("Next time there will be no call and no ambulance.", Hint::VitalHelp),
    ("Next time, I will let you die.", Hint::Threat),
    ("Starting Friday, I will get rid of the naloxone.", Hint::VitalHelp),
    ("Starting Friday, I will not keep Narcan in the house.", Hint::VitalHelp),
    ("Starting Friday, I will give away the Narcan.", Hint::VitalHelp),
    ("Starting Friday, I will flush your Suboxone.", Hint::VitalHelp),
    ("Starting Friday, I will not pay for your medication.", Hint::VitalHelp),
    ("Starting Friday, I will not drive you to the clinic.", Hint::VitalHelp),
    ("Starting Friday, I will not look after your kids.", Hint::VitalHelp),
    ("Starting Friday, I will stop taking care of the baby.", Hint::VitalHelp),
    ("Starting Friday, I will not buy food for the kids.", Hint::VitalHelp),
    ("Starting Friday, I will cut off your phone.", Hint::VitalHelp),
    ("Starting Friday, I will cancel your phone plan.", Hint::VitalHelp),
    (
        "Starting Friday, I will not give you the crisis line number.",
        Hint::VitalHelp,
    ),
    (
        "Starting Friday, I will keep your debit card until you go.",
        Hint::Control,
    ),
    ("Starting Friday, go to rehab or lose us, I say.", Hint::Threat),
    ("We already booked you in for 30 days, starting Friday.", Hint::Control),
];

/// Neighbors of those: words like them that take nothing away, or that recur and need no day.
const HARMLESS: [&str; 48] = [
    "Starting Friday, I will help you move.",
    "Starting Friday, I will lock the medicine cabinet.",
    "If you come home late, I will go to bed and see you at breakfast.",
    "From June on, I will keep your room while you are in treatment.",
    "Starting May, I will pay the rent to the landlord directly.",
    "Starting today, I will not ask you to move out.",
    "Starting Monday, I will move to the back bedroom.",
    "Starting today, I will put my things in a locked room.",
    "Starting tonight, I will leave the house when there is shouting.",
    "Starting tonight, I will leave the room.",
    "If voices get loud, I will leave the room.",
    "On Tuesdays at seven I go to my group.",
    "Every Sunday I will call you at noon.",
    "Each evening I take a walk, and I keep my phone with me.",
    "When you have used, I will not talk about money.",
    "Starting tonight, I will keep naloxone by the door.",
    "Starting tonight, I will open the door when you knock.",
    "Starting Friday, I will keep the car keys.",
    "Starting Friday, I will ask you to leave the kitchen when I cook.",
    "Starting today, I will pick up the phone when you call.",
    "Starting today, I will not answer calls after midnight. I will call back at eight.",
    "Starting today, I will not pick up during dinner, and I will call back at seven.",
    "Starting today, I will end the call when there is shouting, and call back at noon.",
    "If you overdose, I will call 911 and stay.",
    "Starting today, I will call an ambulance if you do not wake.",
    "Starting Friday, I will not give you cash.",
    "Starting Friday, I will not lend you my car.",
    "Starting Friday, I will not drive you to work when you have used.",
    "Starting Friday, I will drive you to the clinic on Mondays.",
    "Starting Friday, I will not pay your fines.",
    "Starting Friday, I will not call in sick for you.",
    "Starting Friday, I will keep my purse with me.",
    "Starting Friday, I will not cook after nine in the evening.",
    "Starting Friday, I will eat with the children at six.",
    "Starting Friday, I will take the kids to school myself.",
    "Starting Friday, I will not leave the children alone with anyone who has used.",
    "Starting Friday, I will ask a lawyer about the house.",
    "Starting Friday, I will not lie to your boss.",
    "Starting Friday, I will not look for you at night.",
    "Starting Friday, I will sleep in my own room.",
    "Starting Friday, I will spend Saturdays with my sister.",
    "Starting Friday, I will not argue about the past.",
    "Starting Friday, I will not buy beer.",
    "Starting Friday, I will not keep drugs in my home.",
    "Starting Friday, I will share meals with you on Sundays.",
    "Starting Friday, I will pay for your bus to the clinic.",
    "Starting Friday, I will keep paying for the phone.",
    "Starting Friday, I will answer your letters.",
];

// Holds
#[test]
fn r_25_and_r_26_are_heard_in_the_words() {
    let words = words();
    let heard = |text| boundary(text, BoundaryContext::default(), words.coach_rules());
    let missed = TAKES.iter().filter(|(text, hint)| heard(text).first() != Some(hint));
    let missed: Vec<_> = missed.map(|(text, _)| (*text, heard(text))).collect();
    assert!(missed.is_empty(), "{missed:#?}");
    let scolded = HARMLESS.iter().map(|text| (*text, heard(text)));
    let scolded: Vec<_> = scolded.filter(|(_, hints)| !hints.is_empty()).collect();
    assert!(scolded.is_empty(), "{scolded:#?}");
}

// Holds R-27
#[test]
fn r_27_what_is_owed_to_somebody_under_18_is_heard_in_the_words() {
    let words = words();
    let young = BoundaryContext {
        young: true,
        ..BoundaryContext::default()
    };
    for text in [
        "Starting Friday, I will ask you to move out.",
        "Starting Friday, I will change the locks.",
        "Starting Friday, I will not cook for you.",
        "Starting Friday, I will not feed you.",
        "Starting Friday, I will stop buying you food.",
        "Starting Friday, I will not take care of you.",
        "Starting Friday, I will not drive you to school.",
        "Starting Friday, I will not pay for your clothes.",
        "Starting Friday, there will be no dinner for you, and I mean it.",
    ] {
        assert_eq!(
            boundary(text, young, words.coach_rules()).first(),
            Some(&Hint::Minor),
            "{text}"
        );
    }
    for text in [
        "Starting Friday, I will not cook for your friends.",
        "Starting Friday, I will not give you cash.",
        "Starting Friday, I will drive you to school.",
    ] {
        assert_eq!(boundary(text, young, words.coach_rules()), [], "{text}");
    }
    let adult = "Starting Friday, I will not cook for you.";
    assert_eq!(boundary(adult, BoundaryContext::default(), words.coach_rules()), []);
}

// Holds R-28 (speaks)
#[test]
fn r_28_guilt_and_shame_are_heard_and_feelings_are_not() {
    let words = words();
    let feeling = |text| {
        let parts = Statement {
            feeling: Answer::Given(Text::new(text)),
            ..Statement::default()
        };
        statement(&parts, words.coach_rules())
    };
    for text in [
        "If you really loved your daughter you would stop.",
        "If you loved us, you would go.",
        "You don't care about any of us.",
        "I felt angry because you don't love us.",
        "I am ashamed to tell people you are my brother.",
        "You are a wonderful man but you wreck everything.",
        "Shame on you.",
        "You are killing your mother.",
        "How could you do that?",
        "After everything I did, you owe me.",
        "Look what you are doing to us.",
        "You let everyone down.",
        "You are a bad father.",
        "You chose heroin over us.",
        "Your children deserve better.",
        "I'm embarrassed by you.",
    ] {
        assert!(feeling(text).contains(&Hint::Guilt), "{text}: {:?}", feeling(text));
    }
    for text in [
        "I felt ashamed that I did not ask you sooner.",
        "I know that you love us.",
        "It is not that you do not love us.",
        "I was scared for you, and I still am.",
        "I am sorry for what I said in May.",
        "You are a good father, and the children miss you.",
        "I felt alone when you did not come.",
        "I care about you, and so do the children.",
        "I was sad after the holidays.",
        "I do not know how you could bear it alone.",
    ] {
        assert_eq!(feeling(text), [], "{text}");
    }
    let last = "If you say no I never want to see you again.";
    assert!(feeling(last).contains(&Hint::LoveWithdrawn), "{:?}", feeling(last));
    assert!(feeling("Go to rehab or lose us.").contains(&Hint::Threat));
}

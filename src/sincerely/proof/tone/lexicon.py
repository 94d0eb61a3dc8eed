"""Words that weigh by themselves: swearing, slurs, insults, and the classes that the features count.

A lexicon decides alone only where a word is wrong whatever stands around it; everywhere else it is one piece of evidence.
"""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STRONG_PROFANITY = words("""
    fuck fucks fucked fucker fuckers fucking fuckin fuckup fuckwit fuckwits motherfucker motherfuckers motherfucking
    shit shits shitty shitshow shithole bullshit bullshitting horseshit dipshit shithead
    asshole assholes arsehole arseholes asshat dumbass dickhead dickheads dick dicks prick pricks twat twats wanker wankers wank
    cunt cunts bitch bitches bitching bastard bastards bollocks bugger buggers piss pissed pisses pissing arse ass
    goddamn goddamned
    cock cocks cocksucker bellend tosser tossers wtf stfu gtfo lmfao lmao af omfg ffs effing fecking frigging friggin
""")
MILD_PROFANITY = words(
    "damn damned dammit damnit crap crappy bloody hell freaking freakin sodding screwed screw balls sucks suck"
)

SLURS = words("""
    nigger niggers nigga niggas faggot faggots fag fags dyke dykes tranny trannies paki pakis chink chinks gook gooks
    spic spics wetback
    wetbacks kike kikes raghead ragheads towelhead towelheads gypsies gyppo gyppos pikey pikeys retard retards retarded
    spastic spaz mong mongs cripple
    cripples wog wogs coon coons darkie darkies coloureds halfbreed shemale shemales poof poofs poofter poofters lezzie lesbo
""")

INSULTS = words("""
    idiot idiots idiotic moron morons moronic stupid stupidity dumb dumber dumbest fool fools foolish loser losers clown
    clowns imbecile
    imbeciles incompetent incompetents incompetence pathetic jerk jerks scum scumbag trash garbage useless worthless
    joke laughable
    amateur amateurs amateurish mediocre hypocrite hypocrites coward cowards cowardly liar liars fraud frauds snake
    snakes weasel weasels rat rats
    dimwit dunce halfwit nitwit numpty muppet muppets cretin cretins buffoon buffoons brainless clueless spineless
    gutless heartless
    lazy crook crooks parasite parasites vermin sheep puppet puppets dinosaur dinosaurs fossil fossils relic nobody
    nobodies toad pig pigs
    sleazy creep creeps arrogant pompous smug ignorant ignoramus inept bully bullies tyrant disgrace disgraceful disgusting
""")

# Words worth uncovering where they are written with masks, digits or gaps.
DISGUISED = STRONG_PROFANITY | SLURS | INSULTS | words("sexy kill hate bullshit crap damn bloody bribe racist sexist")

CLASSES: dict[str, frozenset[str]] = {
    "PROFANITY": STRONG_PROFANITY | SLURS,
    "INSULT": INSULTS,
    "DEAR": words(
        "dear darling honey sweetheart sweetie babe baby hun hunny love gorgeous beautiful handsome cutie pretty princess "
        "angel sexy hot"
    ),
    "LOOKS": words("""eyes smile lips legs hair figure body perfume cologne dress skirt blouse heels curves cleavage
    lipstick dimples shoulders voice
        laugh beauty beautiful gorgeous stunning attractive handsome lovely pretty cute charming irresistible ravishing"""),
    "DATE": words(
        "date drinks drink dinner wine candlelit cocktail cocktails romantic romance kiss cuddle flirt bed bedroom hotel "
        "sofa tonight weekend single"
    ),
    "BODY": words(
        "naked nude undress undressed underwear bra panties lingerie thong knickers bed sheets lap spank strip kinky "
        "naughty dirty sex sexual breasts bottom bum"
    ),
    "FAMILY": words("""husband wife spouse partner kids children child son daughter sons daughters mother father mum mom
    dad grandmother grandfather family
        boyfriend girlfriend fiance fiancee baby sister brother parents marriage wedding divorce"""),
    "HOME": words(
        "home house flat apartment doorstep driveway porch street garden gate neighbourhood neighborhood kitchen balcony"
    ),
    "LAW": words("""lawyer lawyers solicitor solicitors attorney attorneys barrister tribunal court courts sue suing
    sued lawsuit legal acas ombudsman eeoc
        regulator union complaint complaints claim damages litigation discrimination audit inspector inspectorate police"""),
    "PUBLIC": words("""linkedin glassdoor twitter reddit facebook tiktok instagram trustpilot google press journalist
    journalists reporter newspaper newspapers
        review reviews star stars post posting publish viral screenshots screenshot forum forums followers blog indeed
        public expose"""),
    "DEADLINE": words(
        "noon midnight deadline expires expire eod cob tonight hours monday tuesday wednesday thursday friday saturday "
        "sunday tomorrow today"
    ),
    "AGAIN": words(
        "again third fourth fifth sixth seventh eighth ninth tenth twice thrice times already still another daily hourly "
        "every keep kept"
    ),
    "CONTACT": words(
        "email emails emailed mail mails wrote written write call calls called calling rang ring ringing voicemail "
        "voicemails message messages messaged text texts texted"
    ),
    "ONLINE": words(
        "facebook instagram linkedin profile tiktok twitter google googled strava photos pictures found saw looked "
        "searched scrolled"
    ),
    "GIFT": words("""flowers bouquet roses chocolates cake cupcakes parcel package box hamper basket bottle whisky
    champagne telegram singing balloon
        balloons costume mascot billboard banner pizza donuts doughnuts courier delivered shoe cookies gift present drone"""),
    "MONEY": words(
        "rent mortgage debt debts bills broke eviction evicted overdraft loan salary pay money savings landlord bailiffs "
        "foodbank benefits credit starving hungry"
    ),
    "PLEAD": words(
        "please beg begging desperate desperately mercy pity anything plead pleading kneel knees pray praying chance hope "
        "hopeless last only save"
    ),
    "BLAME": words(
        "lied lie lies lying dishonest rigged fixed biased bias unfair favouritism nepotism wasted waste wasting misled "
        "mislead deceived cheated cheat ignored stole stolen fake pretended excuse excuses"
    ),
    "ILL": words(
        "depression depressed anxiety therapist therapy surgery operation cancer pregnant ivf divorce custody rehab "
        "drinking addiction miscarriage breakdown medication hospital bowel"
    ),
    "ORIGIN": words("""foreign foreigner foreigners immigrant immigrants accent muslim muslims jewish jews christian
    christians catholic catholics black white asian
        asians african africans indian indians chinese polish poles gay lesbian trans blacks whites hijab headscarf
        turban gypsy religion religious tribe caste"""),
    "AGE": words(
        "old older elderly young younger youngster youngsters millennials millennial boomer boomers granny grandma grandpa "
        "age ages retired retirement girl girls lass boy boys lady ladies woman women female male men man"
    ),
    "ABLE": words(
        "disabled disability wheelchair blind deaf autistic autism crippled handicapped stutter limp crazy mental schizo "
        "psycho insane dyslexic adhd fat obese"
    ),
    "IRONY": words(
        "apparently obviously clearly surely congratulations bravo evidently presumably delightful charming wonderful "
        "marvellous thrilled impressive genius brilliant so-called funny curious touching bless lucky clever remarkable"
    ),
    "HURT": words(
        "hurt hurts bitter crushed heartbroken shattered ashamed humiliated humiliating betrayed angry furious "
        "disappointed regret tears cried resent forget deserve deserved owe"
    ),
    "HARM": words(
        "regret sorry warning warned warn careful accident hurt harm burn break ruin destroy suffer pay watch consequences "
        "revenge finish kill dead gun knife beat punch"
    ),
    "CHAIN": words("forward fwd forwarded chain pass friends everyone luck copies share spread joke petition send"),
    "CHATTY": words(
        "lol omg btw tbh imo imho rn ngl fr lmao u ur r thx pls plz cuz coz gonna wanna gotta kinda yeah yep nope dude bro "
        "mate bruh sup hiya yo asap idk brb ttyl gr8 2moro tmrw msg k thanx cya awesome lit vibe vibes slay dope sick epic"
    ),
    "CLAIM": words(
        "demand insist require expect entitled owed deserve must immediately once explanation decision answer explain "
        "right now asap need want"
    ),
}

CLASS_OF: dict[str, tuple[str, ...]] = {}
for _name, _words in CLASSES.items():
    for _word in _words:
        CLASS_OF[_word] = (*CLASS_OF.get(_word, ()), _name)

FUNCTION_WORDS = words("""
    i me my mine myself we us our ours you your yours yourself he him his she her hers it its they them their theirs
    this that these those
    who whom whose which what where when why how a an the and or but nor so yet if unless because since until till while
    although though
    as than of to in on at by for from with without about into over under before after between again then there here not
    no never n't
    is am are was were be been being do does did done have has had having will would shall should can could may might must ought
    'll 've 're 'd 's 'm let make get got just only even ever still already also too very all any some every each both
    few more most other
    please thank thanks sorry maybe perhaps yes well up down out off
""")

PERSONS: dict[str, tuple[str, ...]] = {
    word: (name,)
    for name, group in {
        "I": "i me my mine",
        "WE": "we us our",
        "YOU": "you your yours yourself u ur",
        "THEY": "he she him her his they them their",
        "IF": "if unless otherwise else",
        "OR": "or",
        "NOT": "not no never nothing without",
        "WILL": "will shall",
        "WOULD": "would could",
        "CAN": "can may might",
        "PLEASE": "please kindly",
        "THANK": "thank thanks grateful",
        "GLAD": "happy glad pleased",
        "ASK": "?",
        "CRY": "!",
        "BUT": "but",
        "SO": "so",
        "HOW": "how",
        "WHY": "why",
        "WHAT": "what",
        "WHO": "who",
    }.items()
    for word in group.split()
}

# The commonest function words of seven neighbours that English does not share.
FOREIGN = words("""
    el los las una unos que por para con pero muy como esta este usted gracias su del
    le les des une est et je vous nous pas pour dans avec sur merci votre bonjour qui
    der die das und ich sie nicht ist ein eine mit für fur danke ihr ihre wir auf von zu den dem
    il che di non per sono grazie lei gli della nel
    os uma não nao obrigado obrigada seu sua ao da
    het een van niet ik en dat voor bedankt uw
    nie jest dziękuję dziekuje się sie na od że ze
""")

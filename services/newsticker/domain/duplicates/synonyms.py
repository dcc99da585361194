"""Words for one thing among which desks choose freely: our own table, Dutch first, and what makes words light.

A row is one meaning and is named by its first entry. `*` stands for any ending, `_` for a blank in a phrase. Words
that tell two events apart never share a row: who stabs does not shoot, and a wounded man is not dead.
"""

_ROWS = """
dood doden dode dodelijk* dodental overleden overlijd* overleed omgekomen omkwam* gestorven stierf* sterft sterven
  bezweken gesneuveld verongelukt* levenloos levenloze fataal fatale gedood om_het_leven het_leven_verloren
  het_leven_gelaten niet_overleefd niet_overleeft killed dead died deaths dies killing death tote toten gestorben
  getotet starb starben ums_leben mort morts morte mortes deces decede decedee decedes tue tues tuee tuees
gewond gewond* verwond* lichtgewond* zwaargewond* letsel injured wounded injuring wounding hurt injuries verletzt*
  verletzte* blesse blesses blessee blessees
ongeluk ongelukken ongeval* aanrijding* botsing* aangereden botste botsten verkeersongeluk* verkeersongeval* accident
  accidents crash crashed collision unfall* ungluck* zusammenstoss* kollision
arrest arrestatie* gearresteerd* arresteerde* aangehouden aanhouding* opgepakt opgepakte ingerekend arrested detained
  arrests festgenommen verhaftet festnahme* interpelle interpelles arrete arretes arrestation*
voortvluchtig* vluchtig gevlucht ontkomen spoorloos op_de_vlucht at_large fled fluchtig* fuite
ontsnapt ontsnapte ontsnappen uitgebroken escaped
brand branden brandt vuur vlammen uitgebrand blaze fire fires feuer incendie incendies feu
schietpartij* schietincident* beschieting* shooting shootings gunfire schiesserei fusillade
steekpartij* steekincident* stabbing messerangriff*
explosie* ontploffing* ontploft* explosion explosions blast blasts
aardbeving* beving bevingen earthquake quake erdbeben beben seisme
kracht magnitude sterkte starke
stijg* steeg stegen gestegen omhoog toegenomen toename* toenam* klom geklommen opgelopen gegroeid groeit groeide risen
  rises rose rise climbed increased verhoog* verhog* raise raises raised gestiegen steigt stieg augmente
  augmentation hausse
daal* daling* daalde* gedaald omlaag verlaag* verlag* afgenomen afname* zakte zakten gezakt zakt gekelderd
  kelderde* fallen_to fell
  dropped decreased gesunken sinkt sank gefallen baisse diminue recul
sluit sluiten sloot sloten gesloten dicht dichtgaat dichthouden dichtgehouden afgesloten afsluit* sluiting* gestremd*
  closed closes close shut shuts geschlossen schliesst gesperrt ferme fermee fermes
open opent openen opende geopend heropen* opengesteld opengaat weer_vrij opened opens reopen* geoffnet offnet
  wiedereroffnet ouvert rouvert ouverte
akkoord* deal overeenkomst* overeenstemming agreement accord einigung einigten
ingestemd instem* stemde_in stemt_in goedgekeurd goedkeur* aangenomen approved passed adopted gebilligt angenommen
  approuve adopte
afgewezen afwijz* wijst_af wees_af verworpen verwerp* weggestemd weiger* geweigerd rejected refused rejects abgelehnt
  lehnt rejete repousse refuse
toegestaan toestaan toestemming staat_toe mag_wel allowed permits permitted erlaubt gestattet autorise
verbod verbied* verboden verbood ban banned bans verbot* verboten interdit interdiction
veroordeeld veroordeel* convicted sentenced verurteilt condamne condamnee
vrijgesproken vrijspraak onschuldig acquitted freigesprochen acquitte
celstraf* gevangenisstraf* jaar_cel jaar_de_cel gevangenis jail jailed prison haft gefangnis
rechtbank rechtbanken rechter rechters court judge gericht richter tribunal juge
onderzoek* studie study research untersuchung* enquete
vliegtuig* toestel toestellen passagiersvliegtuig* passagierstoestel* plane aircraft jet airliner flugzeug* avion
schip schepen vaartuig* ship vessel schiff* navire
auto autos wagen wagens personenauto* car cars vehicle pkw voiture voitures
vrachtwagen* vrachtauto* truck trucks lorry lorries lastwagen* lkw laster camion camions
flat flats flatgebouw* appartementencomplex* appartementengebouw* appartementsgebouw* woongebouw* woonblok*
  appartementenblok* woontoren* wohnblock* mehrfamilienhaus*
huis huizen woning* woonhuis* home homes house houses wohnhaus* wohnung* maison maisons
pand panden gebouw gebouwen building buildings gebaude batiment
bedrijf bedrijven onderneming* concern firma company firm unternehmen konzern entreprise societe
afvalverwerker* afvalbedrijf* afvalverwerking*
leerling* scholier* pupil pupils student students schuler* eleve eleves
ziekenhuis* hospital krankenhaus* klinik hopital
demonstratie* demonstrant* demonstreer* betog* protest* manifestatie* protest protests protesters rally kundgebung*
  manifestation manifestants
staking* staken staakt gestaakt stakingsdag* actiedag* strike strikes walkout streik* gestreikt ausstand arbeitskampf
  warnstreik* greve
schrap* geschrapt geannuleerd* annule* uitgevallen vervallen afgelast* gecanceld* cancelled canceled gestrichen
  abgesagt annule annules
uitgesteld uitstel* stelt_uit verschoven verdaagd postponed delayed verschoben reporte reportee
vertrag* oponthoud delay delays verspatung* retard retards
verlengd verleng* duurt_langer langer_door extended verlangert prolonge
vermist vermiste vermissing verdwenen verdween verdwijning missing disappeared vermisst disparu disparue
gevonden teruggevonden aangetroffen vond vonden vindt ontdekt* found discovered gefunden entdeckt retrouve retrouvee
levensgevaar*
ongedeerd heelhuids unhurt unharmed unverletzt indemne
vrijgelaten vrijlating op_vrije_voeten released freed freigelassen libere liberee
terecht
onderschep* in_beslag beslag* seized seizure intercepted beschlagnahmt sichergestellt saisi saisie
gestolen buitgemaakt ontvreemd stolen gestohlen vole
gegevens data
win wint won winnen wonnen gewonnen winnaar* winnares zege* overwinning* triomf* zegevier* wins winner victory beat
  gewinnt gewann sieg sieger siegt gagne victoire remporte
verlies verliest verliezen verloor verloren nederlaag* loses lost defeat verliert verlor niederlage perdu defaite
etappe* rit ritten
ploeg* team teams elftal* squad mannschaft equipe
trainer* coach
premier premiers minister_president regeringsleider* prime_minister ministerprasident*
kabinet regering* government regierung gouvernement
chef chefs baas topman topvrouw secretaris_generaal bestuursvoorzitter directeur ceo
medewerker* werknemer* personeel personeelsleden personeelslid employees staff workers mitarbeiter* beschaftigte*
  salaries
lonen loon salaris*
omwonenden buurtbewoners omwonende buurtbewoner residents anwohner riverains
inzittende* opvarende* passagiers passagier passengers
effectenbeurs* aandelenbeurs* effectenbeurzen aandelenbeurzen beurs beurzen
kost kosten prijs prijzen betaald price prices preis preise prix
duurder duur prijziger
weersverwachting* weerbericht*
sneller snelst
excuses verontschuldig* spijtbetuig* apology apologised apologized entschuldig* excuse
eis eist eisen eiste geeist geeiste demands demanded fordert forderte gefordert
vertrek vertrekt vertrekken stapt_op opgestapt stapte_op aftreden treedt_af afgetreden opstappen ontslag resigns
  resigned quits quit steps_down zurucktritt rucktritt zuruckgetreden demissionne demission
ontslaan ontslagen ontsloeg sacked fired dismissed entlassen
benoemd benoeming* aangesteld aanstelling* appointed ernannt nomme
gestart begonnen begint begon start startte starts began begun beginnt commence
einde eindigt geeindigd afgelopen beeindigd ended ends endet beendet
gooi gooide gegooid wierp geworpen
koning koningspaar
vraagt vroeg gevraagd vragen opgeroepen oproep* roept_op riep_op called_on urged appell aufruf* appele appel
verwacht verwachten verwachting* gaat_ervan expects expected erwartet
waarschuw* gewaarschuwd warns warned warning warnt gewarnt warnung avertit
besloten besluit* beslis* beslist beslissing decided decision decides entschieden entscheid*
bezoek* visite visit visits besuch*
klimaattop* klimaatconferentie* klimaatoverleg
overleg onderhandel* gesprek* beraad talks negotiations gesprache verhandlungen negociations pourparlers
voorstel voorstellen wetsvoorstel* proposal vorschlag*
verholpen hersteld opgelost gerepareerd repaired fixed behoben repariert repare
halve_finale halve_finales semifinal* semi_final* halbfinale demi_finale
uitbreid* uitgebreid expanded ausgeweitet etendu
onwel onpasselijk
lichaam lijk stoffelijk body leiche leichnam corps
motor motorrijder* motorfiets* motard*
fiets* fietser* fietsster* wielrijder*
renner* wielrenner* coureur*
prijsstijging* inflatie
regisseur* filmmaker* director regisseurin
film films speelfilm* movie
zanger* artiest* singer
acteur* actrice* actor
ramp rampen catastrofe* disaster katastrophe*
soldaat soldaten militair militairen troops soldiers soldats
raket* raketten missile missiles rakete*
aanval* aangevallen attack attacks attacked angriff* angegriffen attaque attaques
wapenstilstand* staakt_het_vuren bestand ceasefire truce waffenruhe waffenstillstand treve
geld bedrag geldbedrag*
afgegeven afgekondigd afkondig* kondigt_af uitgevaardigd
plek plekke plaatse locatie
afgeraden ontraden ontraadt afraad* raadt_af
tankstation* benzinestation* pompstation*
voorgedaan plaatsgevonden vond_plaats vonden_plaats
moord* vermoord* murder* mord ermordet meurtre
kampioen* champion*
wedstrijd* duel duels ontmoeting
doelpunt* treffer* goal goals
speler* voetballer* player players
gelijkspel remise
uitgeschakeld uitschakel*
scheidsrechter* arbiter*
omzet inkomsten
importheffing* importtarief* invoerheffing*
snelweg* autoweg* autosnelweg*
stroomstoring* stroomuitval*
overstroming* wateroverlast watersnood* flood floods flooding
bosbrand* natuurbrand* wildfire*
geevacueerd evacu* ontruim*
ontvoerd ontvoer* kidnap* gekidnapt abducted
doorzocht doorzoeking* huiszoeking* inval invallen
advocaat* advocaten raadsman raadsvrouw
vonnis uitspraak
verkiezing* stembusgang
leger krijgsmacht
leraar leraren docent* leerkracht* onderwijzer*
arts artsen dokter*
luchthaven* vliegveld* airport*
luchtvaartmaatschappij* vliegmaatschappij* airline*
baan banen arbeidsplaats* jobs
failliet faillissement* bankroet bankrupt*
overgenomen overname* neemt_over nam_over
fusie* fuseer* gefuseerd
rellen onlusten ongeregeldheden riots
agent agenten politieagent* politiemensen
uitvaart* begrafenis*
vaccin* inenting* prik
toerist* vakantieganger*
overval* beroving* robbery uberfall* braquage
woordvoer* zegsman zegsvrouw spokesman spokeswoman spokesperson sprecher* porteparole
bron bronnen source sources quelle*
groot grote grotere flink* fors* fel felle hevig* zwaar zware stevig* enorm* large major big huge gross*
klein kleine licht lichte gering* beperkt* lichtjes small slight minor leicht*
snel snelle rap rappe
nieuw nieuwe nieuwste vers verse
extra aanvullend* bijkomend*
meerdere verschillende verscheidene diverse enkele several various mehrere plusieurs
reeks serie
stopt stoppen stopte gestopt beeindig*
bouwt bouw aanleg* aangelegd gebouwd
tekort tekorten gebrek
kind kinderen children enfant enfants
echtpaar stel
oudere ouderen bejaard* hoogbejaard*
buurland buurlanden
inwoner inwoners inhabitants einwohner* habitants
bewoner bewoners
reiziger* treinreiziger*
automobilist* bestuurder*
ondernemer* zakenman zakenvrouw
boer boeren landbouwer* farmer farmers
winkel* zaak filiaal filialen
vuurwapen* pistool
drugs verdovende_middelen
lading vracht
zoekactie* zoektocht* speurtocht*
schade beschadig* damage damaged
verwoest* vernield* vernietig* destroyed zerstort detruit
sneeuwval sneeuwbui*
regenval neerslag regenbui*
ingestort instort* collapsed eingesturzt
ontspoord ontspoor* derailed entgleist
neergestort neerstort* stortte_neer crashte
aanklacht* aangeklaagd vervolg* charged
beschuldig* verwijt verwijten verweet accused
ontken* spreekt_tegen denied
eerbetoon herdenk* herdacht
onderscheid* onderscheiden bekroond bekroning*
opvolger* opvolging
herkozen herverkozen
peiling* poll polls
uitslag* resultaat resultaten
wet wetgeving law gesetz loi
regel regels richtlijn* voorschrift*
vergunning* licentie*
bezwaar bezwaren
klacht klachten
gezonken zonk zinkt vergaan sunk
redder* reddingswerker* hulpverlener*
getroffen trof troffen
kyiv kiev
belarus wit_rusland witrusland
verenigde_staten vs usa vsa united_states
verenigd_koninkrijk vk uk groot_brittannie united_kingdom grossbritannien
verenigde_naties vn united_nations
europese_unie eu european_union
navo nato otan
openbaar_ministerie
den_haag s_gravenhage haagse haags
den_bosch s_hertogenbosch bossche
beijing peking pekin
mumbai bombay
myanmar birma
odesa odessa
charkiv charkov kharkiv kharkov
lviv lvov
turkije turkiye
bbp bruto_binnenlands_product gdp
procent percent prozent
euro euros
kilometer kilometers km
"""

_LIGHT = """
meldt melden meldde meldden gemeld melding zegt zeggen zei zeiden gezegd aldus volgens bericht berichten berichtte
berichtten verklaart verklaarde verklaarden verklaard weten bekendgemaakt bekendmaakte bekend aangekondigd kondigt
kondigde meegedeeld deelt deelde blijkt bleek bevestigt bevestigde bevestigd bevestigen schrijft schreef laat liet
vertelt vertelde noemt gezien
minstens tenminste minste minimaal circa ongeveer rond schatting bijna ruim vooral vooralsnog voorlopig momenteel thans
eveneens tevens echter ook slechts alleen name ondertussen jarige oud jahrige jahriger jahrigen langer immers mede
waaronder onder eigen zelf plaats
sinds vanaf binnen buiten vlak dichtbij nabij even pas net al
geraakt raakte raakten raken raakt gekomen komen kwam kwamen gevallen viel vielen vallen gegaan ging gingen gaan gaat
maakt maakte maakten gemaakt doet deed deden gedaan krijgt kreeg kregen krijgen gekregen liep liepen loopt lopen staat
staan stond stonden zit zitten zat zaten ligt liggen lag lagen blijft blijven bleef bleven gebleven wil willen wilde
wilden wenst mocht mochten mogen kon konden moest moesten laten bedraagt daarvan daarbij daarin erop eraan ervan
hierdoor waardoor nadat toen terwijl hoewel zodat zoals doordat gebeurde gebeurd zowel hierbij zeggen
amp quot nbsp
said says saying told according reported reports report announced stated statement confirmed following key near least
about around some nearly only also being been when while where there could may might can
teilte mitteilte teilten mitteilten mitgeteilt sagte sagten angaben zufolge laut berichtete berichteten erklarte
mindestens rund etwa fast auch nur sein seien soll sollen war waren hatte hatten kam kamen jener jene entfallen
annonce annonces declare indique affirme precise selon apres avant lors environ moins fut aura sera ete etait cette
"""
LIGHT_WORDS = frozenset(_LIGHT.split())
"""Words that may come and go in editing: who said it, how certain it is, verbs that only carry others; folded."""

SYNONYMS: dict[str, str] = {}
"""Folded words by the name of their meaning."""

PREFIXES: dict[str, str] = {}
"""How words of a meaning begin."""

PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
"""Phrases by their first word, the longest first."""

for _row in _ROWS.replace("\n  ", " ").split("\n"):
    _words = _row.split()
    _name = _words[0].rstrip("*") if _words else ""
    for _word in _words:
        if "_" in _word:
            _phrase = tuple(_word.split("_"))
            PHRASES.setdefault(_phrase[0], []).append((_phrase, _name))
        elif _word.endswith("*"):
            PREFIXES[_word[:-1]] = _name
        else:
            SYNONYMS[_word] = _name
for _found in PHRASES.values():
    _found.sort(reverse=True, key=lambda found: len(found[0]))

PREFIX_LETTERS = (min(map(len, PREFIXES)), max(map(len, PREFIXES)))
"""The fewest and the most letters of a beginning."""

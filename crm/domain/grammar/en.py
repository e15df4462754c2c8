"""English."""

PHRASES = {
    "day": {
        0: "today,this morning,this afternoon,this evening,tonight,earlier today,just now",
        -1: "yesterday,last night,last evening,yesterday morning,yesterday afternoon,"
        "yesterday evening,yesterday night",
        -2: "the day before yesterday,day before yesterday",
        1: "tomorrow,tomorrow morning,tomorrow afternoon,tomorrow evening,tomorrow night,tmrw",
        2: "the day after tomorrow,day after tomorrow",
    },
    "weekday": {
        0: "monday,mon,mondays",
        1: "tuesday,tue,tues",
        2: "wednesday,weds",
        3: "thursday,thu,thur,thurs",
        4: "friday,fri",
        5: "saturday",
        6: "sunday",
    },
    "loose-weekday": {2: "wed", 5: "sat", 6: "sun"},
    "month": {
        1: "january,jan", 2: "february,feb", 3: "march,mar", 4: "april,apr", 5: "may",
        6: "june,jun", 7: "july,jul", 8: "august,aug", 9: "september,sep,sept",
        10: "october,oct", 11: "november,nov", 12: "december,dec",
    },
    "unit": {
        "d": "day,days",
        "w": "week,weeks,wk,wks",
        "m": "month,months",
        "y": "year,years",
        "fortnight": "fortnight,fortnights",
    },
    "number": {
        1: "a,an,one", 2: "two,a couple of,a couple,couple of", 3: "three,a few,few", 4: "four",
        5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven",
        12: "twelve", 15: "fifteen", 20: "twenty", 30: "thirty", 40: "forty", 45: "forty-five",
        60: "sixty", 90: "ninety",
    },
    "turn": {-1: "last,this past,past,previous", 0: "this", 1: "next,this coming,coming"},
    "week": {-1: "last week,the past week", 0: "this week", 1: "next week,the coming week"},
    "weekend": {"": "weekend"},
    "end-of": {
        "month": "end of the month,end of month,month end,end of this month,eom",
        "week": "end of the week,end of week,end of this week,eow",
        "year": "end of the year,end of year,year end,eoy",
    },
    "ago-after": {"": "ago,back,earlier"},
    "ahead-before": {"": "in,within"},
    "ahead-after": {"": "from now,from today"},
    "date-link": {"": "of,the,on"},
    "date-article": {"ordinal": "the"},
    "due": {
        "": "by,before,on,until,till,for,the,no,later,than,latest,around,about,sometime,during,over"
    },
    "clock": {"": "in the morning,in the afternoon,in the evening,at night"},
    "minute": {
        1: "minute,minutes,min,mins", 60: "hour,hours,hr,hrs,h",
    },
    "half": {
        "alone-30": "half an hour,half hour,half-hour,a half hour",
        "alone-45": "three quarters of an hour",
        "alone-15": "quarter of an hour,a quarter of an hour",
        "after-30": "and a half",
    },
    "kind": {
        ("meeting", "noun", 2): "coffee,coffees,lunch,dinner,breakfast,brunch,supper,drinks,beer,"
        "beers,pint,pints,tea,meeting,meet-up,catch-up,catchup,catch up,walk,hike,workshop,visit,"
        "sit-down,one-to-one,one-on-one,1:1,get-together,coworking session,kickoff,interview",
        ("meeting", "past", 2): "met,met up,met with,caught up,ran into,bumped into,saw,visited,"
        "hung out,sat down,had lunch,had coffee,had dinner,had breakfast,had a coffee,had a beer,"
        "had drinks,grabbed lunch,grabbed coffee,grabbed a coffee,grabbed a beer,dined,lunched",
        ("call", "noun", 2): "call,calls,phone call,video call,videocall,video chat,phone chat,"
        "zoom call,conference call,discovery call",
        ("call", "verb", 2): "called,phoned,rang,rang up,called back,facetimed,skyped,zoomed",
        ("call", "past", 1): "talked,spoke,spoken,chatted,had a chat,had a talk",
        ("call", "noun", 1): "conversation,chat",
        ("call", "platform", 2): "phone,the phone,zoom,google meet,facetime,skype,teams,video",
        ("message", "verb", 2): "texted,messaged,whatsapped,dm 'd,dmed,pinged,nudged",
        ("message", "verb", 1): "wrote,written,wrote back,sent,forwarded,shared,congratulated,"
        "thanked,reached out,got in touch,invited,followed up",
        ("message", "them", 1): "received,heard from,heard back from",
        ("message", "noun", 2): "message,messages,text,dm,dms,sms,voice note,voice message,"
        "text message",
        ("message", "platform", 2): "whatsapp,telegram,signal,slack,linkedin,discord,instagram,"
        "twitter,messenger,mastodon,bluesky,imessage",
        ("email", "verb", 2): "emailed,e-mailed,mailed",
        ("email", "noun", 2): "email,emails,e-mail,mail",
        ("letter", "noun", 2): "letter,postcard,christmas card,handwritten card",
        ("reaction", "verb", 2): "liked,reacted,reacted to,commented on",
        ("group", "noun", 3): "group call,group chat,mastermind,community call,roundtable",
        ("help", "verb", 2): "helped,helped out,advised,mentored,reviewed,gave feedback to,"
        "lent a hand to,did a favour for,did a favor for,proofread",
        ("intro", "verb", 2): "introduced,intro 'd,made an intro,made an introduction",
        ("referral", "verb", 2): "referred,recommended,passed a client to,passed a lead to",
        ("project", "past", 2): "worked with,worked together,collaborated,pair programmed,"
        "paired with,co-worked with,coworked with",
        ("project", "noun", 2): "joint project,project",
        ("memo", "noun", 3): "note to self,memo,memo to self",
    },
    "platform-link": {"": "on,by,via,over,through,in"},
    "direction": {"verb": "gave"},
    "answer": {
        False: "no answer,no reply,no response,no luck,no answer yet,no reply yet,never answered,"
        "never replied,never responded,never picked up,never got back,didn't answer,didn't reply,"
        "didn't respond,didn't pick up,did not answer,did not reply,did not respond,"
        "did not pick up,hasn't answered,hasn't replied,hasn't responded,has not answered,"
        "has not replied,haven't heard back,voicemail,left a voicemail,went to voicemail,"
        "unanswered,ghosted me",
        True: "got back to me,has answered,has replied,answered me,replied to me,wrote back to me",
        "verb": "answered,replied,responded,wrote back",
    },
    "ask": {
        "": "asked,asked for,requested,to ask,ask for,to ask for,asking for,asked a favour,"
        "asked a favor,begged"
    },
    "no-ask": {"": "about,how,what,when,where,why,after,me,us,whether they,whether she,whether he"},
    "plan": {
        "": "meet,will meet,'ll meet,meeting up,seeing,planned,plan to meet,plan,scheduled,"
        "going to meet,'m meeting,am meeting,'re meeting,'m seeing,'m having,booked,set up,"
        "will call,'ll call,upcoming,'m calling,'re having,will have"
    },
    "later": {
        "": "see you,see each other,let 's meet,let 's talk,talk again,meet again,meeting again,"
        "next meeting,next call,next time"
    },
    "off": {
        "": "cancelled,canceled,called off,didn't show up,did not show up,no-show,postponed,"
        "rescheduled,stood me up"
    },
    "report": {"": "said,says,told me,told us,tells me,mentioned,thinks,hopes,explained,suggested"},
    "subject": {"me": "i", "them": "she,he,they,who", "us": "we"},
    "object": {"": "her,him,them,me,us,it"},
    "possessive": {"": "her,his,their,'s"},
    "relative": {
        "life": "daughter,son,kid,kids,child,children,baby,wife,husband,girlfriend,boyfriend,"
        "partner,mother,mom,mum,father,dad,parents,sister,brother,family,dog,cat,grandmother,"
        "grandfather,birthday,wedding,twins,house,flat,trail race,race,marathon",
        "work": "company,startup,studio,agency,team,boss,business,client,clients,employer,shop,"
        "contract,calendar,podcast,book",
    },
    "adjective": {"": "older,younger,new,old,little,eldest,youngest,first,second,main,biggest"},
    "auxiliary": {
        "": "has,have,had,also,then,already,just,'s,'ve,'d,is,are,was,were,'re,'m,am,now,still,"
        "currently,kindly,finally,even,both,really"
    },
    "promise": {
        ("subject", "past"): "promised,agreed,offered,committed,said he 'd,said she 'd",
        ("subject", "future"): "will,'ll,is going to,'s going to,are going to,am going to,"
        "'m going to,'re going to,going to,gonna",
        ("me", "future"): "owe,need to,have to,must,gotta,should,todo,to do,i 'd,said i 'd,"
        "told her i 'd,told him i 'd,told them i 'd,said i would,i said i 'd,i 've to,"
        "told her i would,told him i would,i 'd better,remember to,don't forget to",
        ("them", "future"): "owes me",
    },
    "no-promise": {
        "": "be,have,never,not,probably,turn,become,need,start,wait,see,take,get,go,move,travel,"
        "launch,love,like,rather,say,been,had,prefer"
    },
    "promise-link": {"": "to,that,i 'd,i would,she would,he would,she 'd,he 'd,they would,they 'd"},
    "fact": {
        "work": "looking for,in search of,searching for,needs,is hiring,hiring,works at,works for,"
        "works on,works in,works as,working at,working on,working for,building,freelances,"
        "specialises in,specializes in,runs a,runs an,runs her own,runs his own,teaches,"
        "is a freelance,manages,leads,leading,rebuilding,redesigning,organises,organizes,"
        "available from,is available,fully booked,short of,struggling with,charges,uses",
        "interest": "loves,likes,enjoys,is into,'s into,plays,collects,is learning,learning,"
        "'s learning,is a fan of,'s a fan of,keen on,passionate about,is reading,reading,"
        "training for,interested in,adores,really into,is obsessed with,obsessed with,fond of,"
        "climbs,paints",
        "life": "moved to,moving to,is moving to,moved house,moved in,got married,getting married,"
        "got engaged,expecting,is pregnant,pregnant,had a baby,lives in,living in,is from,'s from,"
        "grew up in,adopted,has a daughter,has a son,has two kids,has three kids,has kids,"
        "is on holiday,on parental leave,on maternity leave,is ill,has twins,divorced,"
        "broke her leg,broke his leg,turns,is vegan,is vegetarian,allergic to,was born in",
        "dream": "dreams of,dreaming of,wants to,want to,would love to,'d love to,hopes to,"
        "hoping to,"
        "plans to,planning to,is planning to,wishes,'d like to,would like to,aims to",
        "news": "launching,launched,just launched,raised,got promoted,promoted to,got a new job,"
        "changed jobs,changing jobs,left her job,left his job,left their job,quit,opening,opened,"
        "won,sold,published,publishing,starting,started,joined,joining,got funding,closed a round,"
        "signed,releasing,released,laid off,was laid off,founded,hired,lost,finished,shipped",
    },
    "with": {"": "with,w,w /,along with,together with,alongside"},
    "towards": {"": "to,from,for,by,with"},
    "told": {"": "told,asked,promised,thanked,invited,gave,owe,sent,showed,remind,congratulated"},
    "onwards": {"": "to,for"},
    "list": {"": "and,&,+,plus"},
    "weak": {"": "and,but,so,because,that,then,which,who,while,although,though,since,also"},
    "article": {"": "the,a,an,my,our,her,his,their,old,friend"},
    "title": {"": "dr.,mr.,mrs.,ms.,prof."},
    "at": {"at": "at,@", "in": "in"},
    "place": {
        "": "cafe,coffee shop,bar,pub,restaurant,hotel,office,offices,library,coworking,"
        "coworking space,park,home,house,wework,starbucks,station,airport,beach,studio,gym,museum,"
        "university,campus,place,flat,garden,terrace,square,market,street,hub,lobby,kitchen,canteen"
    },
    "event": {
        "": "conference,conf,meetup,summit,fair,congress,event,festival,hackathon,party,fest,camp,"
        "bootcamp,webinar,expo,symposium,gathering,wedding,workshop,course,class,demo day,awards,"
        "talk,panel,breakfast club,mixer,unconference,convention,retreat,launch"
    },
    "preposition": {
        "": "with,on,for,about,to,from,by,after,before,when,where,via,over,through,without,during,"
        "re,at,in,of,w"
    },
}  # fmt: skip

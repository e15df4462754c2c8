"""Spanish: words as folded, without accents."""

PHRASES = {
    "day": {
        0: "hoy,esta manana,esta tarde,esta noche,este mediodia,hoy mismo,ahora mismo,hace un rato",
        -1: "ayer,anoche,ayer por la manana,ayer por la tarde,ayer por la noche,ayer noche,"
        "ayer tarde",
        -2: "anteayer,antes de ayer,antier,antes de anoche,anteanoche",
        1: "manana,manana por la manana,manana por la tarde,manana por la noche,manana mismo",
        2: "pasado manana",
    },
    "weekday": {
        0: "lunes,lun", 1: "martes", 2: "miercoles,mie", 3: "jueves,jue", 4: "viernes,vie",
        5: "sabado", 6: "domingo",
    },
    "loose-weekday": {1: "mar", 5: "sab", 6: "dom"},
    "month": {
        1: "enero,ene", 2: "febrero,feb", 3: "marzo,mar", 4: "abril,abr", 5: "mayo,may",
        6: "junio,jun", 7: "julio,jul", 8: "agosto,ago", 9: "septiembre,setiembre,sep,sept",
        10: "octubre,oct", 11: "noviembre,nov", 12: "diciembre,dic",
    },
    "unit": {
        "d": "dia,dias",
        "w": "semana,semanas",
        "m": "mes,meses",
        "y": "ano,anos",
        "fortnight": "quincena,quincenas",
    },
    "number": {
        1: "un,una,uno", 2: "dos,un par de,par de", 3: "tres,unos pocos,unas pocas", 4: "cuatro",
        5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve", 10: "diez", 11: "once",
        12: "doce", 15: "quince", 20: "veinte", 30: "treinta", 40: "cuarenta",
        45: "cuarenta y cinco", 60: "sesenta", 90: "noventa",
    },
    "turn": {-1: "pasado,pasada,ultimo,ultima", 0: "este,esta", 1: "proximo,proxima"},
    "turn-after": {
        -1: "pasado,pasada,anterior",
        1: "que viene,proximo,proxima,siguiente,que entra",
    },
    "week": {
        -1: "semana pasada,pasada semana,ultima semana",
        0: "esta semana",
        1: "semana que viene,proxima semana,semana proxima,semana que entra,siguiente semana",
    },
    "weekend": {"": "finde,fin de semana"},
    "end-of": {
        "month": "fin de mes,final de mes,finales de mes,fin del mes",
        "week": "final de semana,final de la semana,finales de semana",
        "year": "fin de ano,final de ano,finales de ano",
    },
    "ago-before": {"": "hace,hara"},
    "ago-after": {"": "atras"},
    "ahead-before": {"": "dentro de,en,de aqui a"},
    "about": {"": "unos,unas,como,casi,apenas,ya,cosa de"},
    "date-link": {"": "de,del,la,el,dia"},
    "date-article": {"number": "el,dia,el dia"},
    "due": {"": "para,antes,de,del,el,la,los,hasta,a,mas,tardar,en,durante,dia,como,muy,tarde"},
    "clock": {"": "por la manana,por la tarde,por la noche,de la manana,de la tarde,de la noche"},
    "minute": {1: "minuto,minutos,minutillos,min,mins", 60: "hora,horas,horita,h"},
    "half": {
        "alone-30": "media hora,media horita",
        "alone-45": "tres cuartos de hora",
        "alone-15": "un cuarto de hora,cuarto de hora",
        "after-30": "y media",
        "after-15": "y cuarto",
    },
    "kind": {
        ("meeting", "noun", 2): "cafe,cafelito,cafes,comida,cena,desayuno,almuerzo,canas,cana,"
        "cerveza,cervezas,birra,birras,vermut,vermu,tapas,reunion,reu,quedada,paseo,visita,"
        "merienda,entrevista,taller,vinos,vino,copa,copas,caminata",
        ("meeting", "past", 2): "comi,comimos,he comido,hemos comido,cene,cenamos,he cenado,"
        "hemos cenado,desayune,desayunamos,almorce,almorzamos,he desayunado,me reuni,nos reunimos,"
        "me he reunido,nos hemos reunido,quede con,quedamos,he estado,estuve,estuvimos,vi,he visto,"
        "nos vimos,me vi,nos hemos visto,me encontre,nos encontramos,me he encontrado,coincidi,"
        "coincidimos,he coincidido,conoci,he conocido,me cruce,me he cruzado,tome algo,tome cafe,"
        "tome un cafe,"
        "tomamos algo,tomamos un cafe,tomamos cafe,he tomado algo,he tomado un cafe,visite,"
        "pasee,paseamos,me tope,nos tomamos un cafe,nos tomamos algo,quede,he quedado con",
        ("call", "noun", 2): "llamada,llamadas,videollamada,video llamada,telefonazo,llamadita,"
        "llamada de telefono,call",
        ("call", "me", 2): "llame,he llamado,le he llamado,telefonee,le llame",
        ("call", "them", 2): "me llamo,me ha llamado,llamo,ha llamado,nos llamo",
        ("call", "past", 1): "hable,hablamos,he hablado,hemos hablado,charle,charlamos,"
        "he charlado,hemos charlado,estuvimos hablando,estuve hablando",
        ("call", "noun", 1): "charla,conversacion",
        ("call", "platform", 2): "telefono,zoom,google meet,facetime,skype,teams,videoconferencia",
        ("message", "me", 2): "le puse un mensaje,mensajee,wasapee,guasapee",
        ("message", "me", 1): "escribi,he escrito,le he escrito,mande,he mandado,le he mandado,"
        "envie,he enviado,le he enviado,pase,le he pasado,he pasado,felicite,he felicitado,"
        "le he felicitado,agradeci,contacte,reenvie,comparti,invite,he invitado",
        ("message", "them", 1): "me escribio,me ha escrito,escribio,ha escrito,me mando,"
        "me ha mandado,mando,ha mandado,me envio,me ha enviado,envio,ha enviado,me paso,"
        "me ha pasado,recibi,he recibido,me felicito,me ha felicitado,nos escribio",
        ("message", "us", 1): "nos escribimos,nos hemos escrito,nos mandamos,nos cruzamos mensajes",
        ("message", "noun", 2): "mensaje,mensajes,mensajito,sms,audio,nota de voz,mensaje de voz,"
        "dm,md,privado",
        ("message", "platform", 2): "whatsapp,wasap,guasap,wa,whats,telegram,slack,linkedin,"
        "discord,instagram,insta,twitter,messenger",
        ("email", "noun", 2): "correo,correos,mail,mails,email,correo electronico,e-mail",
        ("letter", "noun", 2): "carta,postal,tarjeta de navidad,felicitacion",
        ("reaction", "me", 2): "reaccione,he reaccionado,le di like,le di un like,comente,di like,"
        "le he dado like",
        ("group", "noun", 3): "llamada grupal,llamada de grupo,chat de grupo,mastermind,"
        "mesa redonda",
        ("help", "me", 2): "ayude,he ayudado,le he ayudado,eche una mano,le eche una mano,asesore,"
        "he revisado,revise,aconseje,hice un favor,le hice un favor,le he echado una mano",
        ("help", "them", 2): "me ayudo,me ha ayudado,me echo una mano,me ha echado una mano,"
        "me aconsejo,me reviso,me ha revisado,me hizo un favor,me ha hecho un favor",
        ("intro", "me", 2): "presente,he presentado,puse en contacto,he puesto en contacto",
        ("intro", "them", 2): "me presento,me ha presentado,me puso en contacto,"
        "me ha puesto en contacto",
        ("referral", "me", 2): "recomende,he recomendado,le pase un cliente,derive",
        ("referral", "them", 2): "me recomendo,me ha recomendado,me paso un cliente,"
        "me ha pasado un cliente",
        ("project", "past", 2): "trabaje con,trabajamos,he trabajado con,hemos trabajado,colabore,"
        "colaboramos,hemos colaborado",
        ("project", "noun", 2): "proyecto",
        ("memo", "noun", 3): "nota para mi,nota mental,memo,recordatorio",
    },
    "platform-link": {"": "por,en,via,a traves de,mediante,de"},
    "direction": {"me": "di,le di,hice,puse,deje,le deje", "them": "me dejo,me ha dejado,me dio"},
    "answer": {
        False: "sin respuesta,sin contestacion,sin contestar,no contesto,no contesta,no respondio,"
        "no responde,no ha contestado,no ha respondido,no me contesto,no me contesta,"
        "no me respondio,no me responde,no me ha contestado,no me ha respondido,no lo cogio,"
        "no lo coge,no me lo cogio,no me lo ha cogido,no lo ha cogido,no cogio,no coge,"
        "no me cogio el telefono,no me lo coge,buzon de voz,salto el buzon,no da senales,"
        "no hubo respuesta,sin noticias,no me ha dicho nada,no dijo nada,nadie contesto",
        True: "contesto,respondio,ha contestado,ha respondido,me contesto,me respondio,"
        "me ha contestado,me ha respondido,contestaron,respondieron",
    },
    "ask": {
        "": "pedi,le pedi,he pedido,le he pedido,les pedi,pedirle,para pedir,pedirles,pidiendole,"
        "pedirle un favor,a pedirle,le solicite,solicite,pediendole"
    },
    "plan": {
        "": "he quedado,quedo con,tengo reunion,tengo comida,tengo cafe,tengo llamada,tengo cena,"
        "tengo una reunion,tengo una llamada,tengo un cafe,voy a ver,voy a comer,voy a quedar,"
        "vamos a quedar,hemos quedado,voy a llamar,previsto,prevista,agendado,agendada,"
        "reservado,reservada,vere a,ceno con,vamos a comer,voy a tomar,"
        "programada,programado,voy a cenar,quedare con"
    },
    "later": {
        "": "nos vemos,nos veremos,hablaremos,volvemos a,volveremos a,quedamos para,quedamos en,"
        "quedamos el,proxima reunion,proxima llamada,la proxima,seguimos hablando"
    },
    "off": {
        "": "cancelo,ha cancelado,cancelada,cancelado,no vino,no ha venido,no aparecio,"
        "no se presento,aplazo,aplazada,aplazado,me dio planton,se cayo"
    },
    "report": {
        "": "dice,dijo,me dijo,me dice,me conto,me cuenta,me ha dicho,me ha contado,cree,"
        "comenta,comento,me comento,me ha comentado,propone,propuso,sugiere"
    },
    "subject": {"me": "yo", "them": "ella,ellos,ellas,quien", "us": "nosotros,nosotras"},
    "object": {"": "me,te,le,les,lo,la,los,las,nos,se"},
    "possessive": {"": "su,sus"},
    "relative": {
        "life": "hija,hijo,hijos,hijas,peque,peques,bebe,mujer,marido,pareja,novia,novio,madre,"
        "padre,padres,hermana,hermano,hermanos,familia,perro,perra,gato,gata,abuela,abuelo,boda,"
        "cumple,cumpleanos,cuadrilla,casa,piso,carrera,maraton,mellizos,gemelos",
        "work": "empresa,startup,estudio,agencia,equipo,jefa,jefe,cliente,clientes,negocio,tienda,"
        "contrato,agenda,socia,socio,podcast,libro",
    },
    "adjective": {"": "nuevo,nueva,primer,primera,segundo,segunda"},
    "auxiliary": {
        "": "ha,han,he,tambien,ya,luego,ahora,le,me,se,les,nos,lo,la,te,siempre,aun,todavia,ademas"
    },
    "promise": {
        ("me", "past"): "prometi,le prometi,he prometido,le he prometido,les prometi,quede en,"
        "he quedado en,me comprometi a,me he comprometido a,me ofreci a,me he ofrecido a,"
        "le dije que le,le dije que,quede con el en,quede con ella en,prometi que",
        ("me", "future"): "tengo que,he de,debo,le debo,les debo,voy a,me toca,hay que,"
        "pendiente,recordar,acordarme de,me falta,tendre que,debere,no olvidar",
        ("them", "past"): "prometio,me prometio,ha prometido,me ha prometido,quedo en,"
        "ha quedado en,"
        "se comprometio a,se ha comprometido a,se ofrecio a,se ha ofrecido a,prometieron,"
        "me prometieron,han prometido,nos prometio,prometio que,me prometio que,ha prometido que",
        ("them", "future"): "me va a,nos va a,me debe,me van a,va a mandarme,va a enviarme,"
        "va a presentarme,va a pasarme",
    },
    "promise-link": {"": "que"},
    "keeps-opening": {"": "va a mandarme,va a enviarme,va a presentarme,va a pasarme"},
    "first-future": {"past": "espere,prepare,mire,pare,compare,tire,retire,repare,separe,admire,"
                     "inspire,aspire,respire,dispare,ampare,retire,gire,jure"},
    "third-future": {"other": "sera,estara,tendra,habra,podra,querra,debera,ira,vendra,hara"},
    "fact": {
        "work": "busca,buscan,esta buscando,estan buscando,anda buscando,buscando,necesita,"
        "necesitan,trabaja en,trabaja de,trabaja para,trabaja como,trabaja con,esta trabajando,"
        "esta contratando,contrata,da clases,dirige,lleva el,lleva la,esta montando,monta webs,"
        "es freelance,es autonoma,es autonomo,colabora con,esta disponible,esta hasta arriba,"
        "cobra,usa,gestiona,coordina,esta rehaciendo,esta redisenando,ofrece",
        "interest": "le encanta,le encantan,le gusta,le gustan,le interesa,le interesan,"
        "le apasiona,le apasionan,le mola,es fan de,esta aprendiendo,aprende,toca el,toca la,"
        "esta leyendo,juega al,juega a,corre,se entrena,entrena para,entrena,colecciona,pinta,"
        "escala,surfea,es aficionada a,es aficionado a,disfruta",
        "life": "se muda,se mudan,se mudo,se ha mudado,se casa,se caso,se ha casado,se va a vivir,"
        "vive en,viven en,ha tenido,tuvo un bebe,espera un bebe,esta embarazada,esta esperando,"
        "es de,se va a casar,tiene una hija,tiene un hijo,tiene dos hijos,tiene dos hijas,"
        "tiene tres hijos,tiene mellizos,esta de vacaciones,esta de baja,ha adoptado,adopto,"
        "se separo,se ha separado,se jubila,cumple,es vegana,es vegano,va a ser madre,"
        "va a ser padre,nacio en,crecio en,es alergica,es alergico,se rompio",
        "dream": "suena con,quiere,quieren,le gustaria,sueno con,tiene ganas de,espera poder,"
        "planea,le haria ilusion,piensa montar,aspira a,esta pensando en",
        "news": "ha lanzado,lanzo,lanza,acaba de,va a lanzar,ha cambiado de,cambio de trabajo,"
        "cambia de trabajo,ha dejado,deja su,deja la,dejo su,ha montado,monto,ha abierto,abrio,"
        "abre,ha ganado,gano,ha publicado,publico,publica,ha vendido,ha empezado,empezo,empieza,"
        "ha levantado,ha cerrado,ha fichado,la han ascendido,lo han ascendido,le han ascendido,"
        "estrena,ha perdido,perdio,ha terminado,termina,va a abrir,va a publicar,inaugura,ficho",
    },
    "with": {"": "con,junto a,junto con"},
    "towards": {"": "a,de,con,para"},
    "told": {"": "prometi a,le debo a,pedi a,le pedi a,le prometi a,le he pedido a"},
    "onwards": {"": "a"},
    "said-i": {"": "dije,he dicho"},
    "personal-a": {"": "a"},
    "list": {"": "y,e"},
    "weak": {"": "y,e,pero,que,porque,aunque,asi que,ademas,luego,pues,mientras,tambien,donde"},
    "article": {"": "el,la,los,las,un,una,mi,mis,nuestra,nuestro,su,amiga,amigo"},
    "particle": {"": "de,del,la,las,los,van,von,der,den,da,do,dos,di,el,al,ben,bin,le,du,of"},
    "title": {"": "dra.,sr.,sra."},
    "at": {"en": "en"},
    "place": {
        "": "cafe,cafeteria,bar,restaurante,hotel,oficina,oficinas,biblioteca,coworking,parque,"
        "casa,estacion,aeropuerto,playa,estudio,gimnasio,museo,universidad,campus,terraza,plaza,"
        "mercado,calle,despacho,centro,barrio,piso,pueblo,facultad,taberna,nave"
    },
    "event": {
        "": "conferencia,congreso,meetup,feria,evento,festival,hackathon,fiesta,jornada,jornadas,"
        "cumbre,encuentro,webinar,curso,boda,taller,charla,presentacion,inauguracion,entrega,"
        "mesa redonda,quedada,desayuno de,networking,simposio,seminario,gala,foro,mercadillo"
    },
    "preposition": {
        "": "con,sobre,para,por,sin,desde,hasta,tras,antes,despues,cuando,a,de,del,en,al,segun,como"
    },
}  # fmt: skip
